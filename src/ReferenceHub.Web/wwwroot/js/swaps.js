import { say } from "./flash.js";

// htmx: progress line, expired sessions, lost connections. Refusals arrive as a fragment for #flash (HX-Retarget).
export function startSwaps() {
  const line = document.getElementById("htmx-progress");
  let running = 0;
  document.addEventListener("htmx:before:request", () => { running++; line?.classList.add("on"); });
  document.addEventListener("htmx:finally:request", () => {
    running = Math.max(0, running - 1);
    if (running === 0) line?.classList.remove("on");
  });

  document.addEventListener("htmx:before:response", event => {
    const { raw } = event.detail.ctx.response;
    if (raw.redirected && new URL(raw.url).pathname.startsWith("/account/login")) {
      event.preventDefault();
      location.assign(raw.url);
    }
  });

  // A small form that goes with the answer says what has the focus afterwards.
  let next = null;
  document.addEventListener("submit", event => { next = event.target.dataset.focusAfter ?? null; }, true);
  document.addEventListener("htmx:after:swap", () => {
    if (next && (document.activeElement === document.body || !document.activeElement)) document.querySelector(next)?.focus();
    next = null;
  });

  document.addEventListener("htmx:error", event => {
    console.warn(event.detail?.error);
    say("The server could not be reached. Nothing was changed; try again in a moment.");
  });
}
