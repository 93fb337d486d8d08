export const style = `
:root { color-scheme: light dark; --line: light-dark(#e3e5e8, #33363b); --quiet: light-dark(#5d6570, #9aa3ae); --soft: light-dark(#f5f6f8, #1d2024);
  --good: light-dark(#06753b, #4cc38a); --bad: light-dark(#b42318, #ff8a7a); --mark: light-dark(#fff4d6, #3a3210); }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; background: light-dark(#fff, #15171a); color: light-dark(#15181c, #e8eaed); }
header, nav, main { padding: 0 20px; }
h1 { font-size: 18px; margin: 18px 0 10px; }
.verdict { font-size: 12px; font-weight: 600; padding: 2px 8px; border-radius: 999px; border: 1px solid currentColor; vertical-align: 2px; }
.good { color: var(--good); } .bad { color: var(--bad); }
pre { margin: 0; padding: 12px; font: 12px/1.5 ui-monospace, monospace; background: var(--soft); border-radius: 8px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.error { color: var(--bad); max-height: 240px; }
.pictures { display: flex; gap: 14px; overflow-x: auto; padding: 16px 20px; border-bottom: 1px solid var(--line); margin-top: 14px; }
figure { margin: 0; flex: none; width: 150px; }
.shot { padding: 0; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; display: block; width: 100%; background: none; cursor: pointer; }
.shot img { display: block; width: 100%; }
.current .shot { outline: 3px solid var(--good); }
figcaption { margin-top: 6px; font-size: 12px; color: var(--quiet); display: flex; justify-content: space-between; gap: 6px; }
button { font: inherit; color: inherit; }
.wxml { font-size: 11px; border: 1px solid var(--line); border-radius: 6px; background: none; cursor: pointer; padding: 0 6px; }
nav { display: flex; gap: 4px; position: sticky; top: 0; background: inherit; padding-top: 10px; z-index: 1; border-bottom: 1px solid var(--line); }
nav button { border: 0; background: none; padding: 8px 12px; cursor: pointer; border-bottom: 2px solid transparent; color: var(--quiet); }
nav button[aria-pressed=true] { color: inherit; border-color: currentColor; }
small { color: var(--quiet); }
ol { list-style: none; margin: 0; padding: 0 0 60px; }
li { border-bottom: 1px solid var(--line); }
li.current { background: var(--mark); }
summary { display: flex; gap: 10px; align-items: baseline; padding: 5px 0; cursor: pointer; }
summary::marker { content: ''; } summary::-webkit-details-marker { display: none; }
time { flex: none; width: 72px; font: 12px ui-monospace, monospace; color: var(--quiet); text-align: right; }
.kind { flex: none; width: 68px; font-size: 12px; color: var(--quiet); }
b { flex: none; font-weight: 600; max-width: 40%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bad b { color: var(--bad); } .good b { color: inherit; } li.good, li.bad { color: inherit; }
.summary { flex: 1; min-width: 0; color: var(--quiet); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.badge { flex: none; font-size: 12px; color: var(--quiet); }
details pre { margin: 4px 0 12px 160px; }
dialog { width: min(900px, 92vw); max-height: 90vh; border: 1px solid var(--line); border-radius: 12px; padding: 14px; background: inherit; color: inherit; }
dialog > button { float: right; border: 1px solid var(--line); border-radius: 6px; background: none; padding: 2px 10px; cursor: pointer; margin-bottom: 8px; }
dialog div { clear: both; } dialog img { max-width: 100%; max-height: 74vh; display: block; margin: auto; }
@media (max-width: 700px) { details pre { margin-left: 0; } .summary { display: none; } b { flex: 1; max-width: none; } }
`;
