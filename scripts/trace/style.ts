export const style = `
:root { color-scheme: light dark; --line: light-dark(#e3e5e8, #33363b); --quiet: light-dark(#5d6570, #9aa3ae); --soft: light-dark(#f5f6f8, #1d2024);
  --good: light-dark(#06753b, #4cc38a); --bad: light-dark(#b42318, #ff8a7a); --mark: light-dark(#fff4d6, #3a3210); }
* { box-sizing: border-box; }
[hidden] { display: none !important; } .missed small:lang(zh) { word-break: keep-all; }
body { margin: 0; height: 100vh; display: flex; flex-direction: column; font: 13px/1.45 system-ui, sans-serif; background: light-dark(#fff, #15171a); color: light-dark(#15181c, #e8eaed); }
header { flex: none; border-bottom: 1px solid var(--line); }
.outcome { display: flex; gap: 16px; padding: 0 16px; }
h1 { font-size: 16px; margin: 10px 16px 8px; overflow-wrap: anywhere; }
.verdict { font-size: 12px; font-weight: 600; padding: 2px 8px; border-radius: 999px; border: 1px solid currentColor; vertical-align: 2px; }
.good { color: var(--good); } .bad { color: var(--bad); }
pre { margin: 0; padding: 10px; font: 12px/1.5 ui-monospace, monospace; background: var(--soft); border-radius: 8px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.error { color: var(--bad); flex: 1; min-width: 0; height: 168px; margin-bottom: 10px; }
button, input { font: inherit; color: inherit; }
small { color: var(--quiet); }
.strip { flex: 1.2; min-width: 0; display: flex; gap: 10px; overflow-x: auto; padding: 4px 4px 10px; }
figure { margin: 0; flex: none; width: 72px; cursor: pointer; }
figure button { padding: 0; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; display: block; width: 100%; background: none; cursor: pointer; }
figure img { display: block; width: 100%; }
figure.current button, figure button:focus-visible { outline: 3px solid var(--good); }
figcaption { margin-top: 3px; font-size: 11px; color: var(--quiet); overflow-wrap: break-word; line-height: 1.25; }
.missed { border: 1px dashed var(--line); border-radius: 6px; padding: 6px; align-self: flex-start; }
.missed small { display: block; font-size: 10px; margin-top: 4px; }
main { flex: 1; min-height: 0; display: grid; grid-template-columns: 1fr minmax(300px, 30%); }
.lists, aside { min-height: 0; min-width: 0; display: flex; flex-direction: column; }
aside { border-left: 1px solid var(--line); }
.tabs { flex: none; display: flex; align-items: center; gap: 4px; padding: 0 16px; border-bottom: 1px solid var(--line); }
.tabs button { border: 0; background: none; padding: 8px 10px; cursor: pointer; border-bottom: 2px solid transparent; color: var(--quiet); }
.tabs button[aria-pressed=true] { color: inherit; border-color: currentColor; }
.tabs input { margin-left: auto; width: 180px; padding: 3px 8px; border: 1px solid var(--line); border-radius: 6px; background: none; }
.caption { margin-left: auto; }
#picture, #wxml { flex: 1; min-height: 0; overflow: auto; padding: 12px 16px; }
#picture img { display: block; margin: auto; max-width: 100%; max-height: 100%; border: 1px solid var(--line); border-radius: 14px; }
ol { list-style: none; margin: 0; padding: 0; flex: 1; min-height: 0; overflow: auto; }
li { border-bottom: 1px solid var(--line); padding: 0 16px; }
li.current { background: var(--mark); }
summary { display: flex; gap: 10px; align-items: baseline; padding: 4px 0; cursor: pointer; }
summary::marker { content: ''; } summary::-webkit-details-marker { display: none; }
summary:focus-visible { outline: 2px solid var(--good); outline-offset: -2px; }
time { flex: none; width: 56px; font: 12px ui-monospace, monospace; color: var(--quiet); text-align: right; }
.kind { flex: none; width: 58px; color: var(--quiet); }
b { flex: none; font-weight: 600; max-width: 50%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } details[open] > summary b { white-space: normal; overflow-wrap: anywhere; }
.bad b { color: var(--bad); } .good b { color: inherit; } li.good, li.bad { color: inherit; }
.summary { flex: 1; min-width: 0; color: var(--quiet); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.badge { flex: none; color: var(--quiet); }
details pre { margin: 4px 0 10px 66px; }
.environment { display: flex; flex-wrap: wrap; gap: 0 6px; margin: 0 16px 8px; font-size: 12px; } dt { color: var(--quiet); } dd { min-width: 0; margin: 0 12px 0 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
.with-steps { grid-template-columns: minmax(260px, 30%) 1fr minmax(300px, 30%); }
.steps { min-height: 0; min-width: 0; display: flex; flex-direction: column; border-right: 1px solid var(--line); } .steps .tabs { min-height: 36px; gap: 8px; }
.steps summary { flex-wrap: wrap; gap: 0 10px; } .steps summary b { flex: 1 0 100%; max-width: none; } .steps details pre { margin-left: 0; }
figure.shot { width: auto; margin: 0 0 12px; cursor: default; } .shot div { position: relative; zoom: .75; width: max-content; border: 1px solid var(--line); border-radius: 14px; overflow: hidden; } .shot img { width: auto; }
#picture .shot img { max-width: none; max-height: none; border: 0; border-radius: 0; }
.finger { position: absolute; width: 36px; height: 36px; margin: -18px 0 0 -18px; border-radius: 50%; background: #f00a; border: 2px solid #fff; }
@media (max-width: 800px) {
  body { height: auto; display: block; overflow-wrap: break-word; } .outcome { display: block; } main { display: flex; flex-direction: column-reverse; } aside, .steps { border: 0; }
  .tabs { flex-wrap: wrap; } .tabs input { flex: 1 1 120px; width: 120px; min-width: 0; margin: 6px 0; } .error { height: auto; max-height: 168px; } .strip { margin-right: -16px; }
  #picture img { max-height: 60vh; } details pre { margin-left: 0; } .summary { display: none; } summary b { flex: 1; max-width: none; }
  .environment { display: grid; grid-template-columns: max-content minmax(0, 1fr); } .lists { order: -1; }
}
@media (prefers-contrast: more) { :root { --quiet: light-dark(#15181c, #e8eaed); --line: var(--quiet); } }
@media (forced-colors: active) {
  .tabs button { border-color: Canvas; } .tabs button[aria-pressed=true] { border-color: Highlight; } .error, li pre { outline: 1px solid; outline-offset: -1px; }
  li.current { outline: 2px solid Highlight; outline-offset: -2px; } .bad b::before { content: '✕ '; } .finger { border-color: Highlight; }
}
`;
