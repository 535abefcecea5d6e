// Signing in is giving a token; it stays in this tab.

import { useState } from "preact/hooks";
import { address, get, token, type Answers } from "../api/client";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/parts";

export function SignIn({ onClose }: { onClose: () => void }) {
  const [error, setError] = useState("");
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const value = String(new FormData(event.target as HTMLFormElement).get("token") ?? "").trim();
    token.set(value || null);
    try {
      const session = await get<Answers["session"]>(address.session);
      if (session.role !== "read") return onClose();
      setError("This token allows reading only.");
    } catch (failure) {
      setError((failure as Error).message);
      token.set(null);
    }
  }
  return (
    <Dialog title="Sign in to review" onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <label class="field">
          <span>Token</span>
          <input name="token" type="password" autocomplete="off" required />
        </label>
        {error && <p class="field__error" role="alert">{error}</p>}
        <Button kind="primary" type="submit">Sign in</Button>
      </form>
    </Dialog>
  );
}
