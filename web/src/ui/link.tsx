// A link to another state of the page: a plain one to open elsewhere or to copy, without a reload when it is followed.

import type { ComponentChildren } from "preact";
import { go, href } from "../state/store";
import type { PageState } from "../state/url";

export function PageLink({ to, children, class: extra }: { to: Partial<PageState>; children: ComponentChildren; class?: string }) {
  return (
    <a
      href={href(to)}
      class={extra}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
