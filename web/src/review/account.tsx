// Who is signed in: the button in the header, and the sheet in which to sign in or out.

import { useState } from "preact/hooks";
import { token, type Answers } from "../api/client";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/parts";
import { SignIn } from "./sign_in";

const ROLES = {
  read: "You may read.",
  review: "You may review, and see names unmasked. Each look at names is kept in the record.",
  admin: "You may review, see names unmasked, and issue tokens. Each look at names is kept in the record.",
} as const;

export function Account({ session }: { session: Answers["session"] | null }) {
  const [open, setOpen] = useState(false);
  const known = session !== null && (session.role !== "read" || session.name !== null);
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="quiet" icon="person" aria-label={known ? `Signed in as ${session.name ?? session.role}` : "Sign in"} onClick={() => setOpen(true)}>
        <span class="account__name">{known ? session.name ?? session.role : "Sign in"}</span>
      </Button>
      {open && !known && <SignIn onClose={close} />}
      {open && known && (
        <Dialog title={`Signed in as ${session.name ?? session.role}`} onClose={close}>
          <p>{ROLES[session.role]}</p>
          <p class="kicker">The token is kept in this tab only, and forgotten when the tab is closed.</p>
          <div><Button kind="primary" onClick={() => { token.set(null); close(); }}>Sign out</Button></div>
        </Dialog>
      )}
    </>
  );
}
