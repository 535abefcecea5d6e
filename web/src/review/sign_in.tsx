// Signing in is giving a token. It is tried first, and then kept for the life of this tab.

import { useState } from "preact/hooks";
import { token } from "../api/client";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/parts";
import { objectionTo } from "./server";

export function SignIn({ onClose }: { onClose: () => void }) {
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const value = String(new FormData(event.target as HTMLFormElement).get("token") ?? "").trim();
    if (!value) return setError("A token is needed. Whoever runs this server issues it.");
    setBusy(true);
    const against = await objectionTo(value);
    setBusy(false);
    if (against) return setError(against);
    token.set(value);
    onClose();
  }
  return (
    <Dialog title="Sign in" onClose={onClose}>
      <form class="stack" onSubmit={(event) => void submit(event)} noValidate>
        <p>With a reviewer's token you can accept, correct, merge and split, and see names.</p>
        <label class="field">
          <span>Token</span>
          <input name="token" type="password" autocomplete="off" autofocus />
        </label>
        {error && <p class="field__error" role="alert">{error}</p>}
        <div><Button kind="primary" type="submit" disabled={busy}>Sign in</Button></div>
      </form>
    </Dialog>
  );
}
