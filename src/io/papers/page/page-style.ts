/**
 * Style of the page: one screen per scene, stepped through with the page keys by scroll snapping alone; on a phone the
 * scenes are stacked, and tables scroll by themselves with their row names fixed; in print one page per scene.
 */
export const PAGE_STYLE = `
*{box-sizing:border-box}
html{scroll-snap-type:y mandatory;font-family:"Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;font-variant-numeric:tabular-nums;color:#1b242b;background:#f3f4f1;line-height:1.35;-webkit-text-size-adjust:100%}
body{margin:0}
section{min-height:100vh;padding:3vh 3vw 2vh;scroll-snap-align:start;scroll-snap-stop:always;display:grid;grid-template-rows:auto 1fr auto;gap:1.5vh}
section:focus{outline:0}
h1{margin:0;font-size:max(28px,6vh)}
h2{margin:0;font-size:max(22px,4.6vh);line-height:1.2}
header p{margin:.6vh 0 0;color:#5b6670;font-size:max(14px,2.6vh)}
.cover{align-content:center;grid-template-rows:auto auto auto}
.facts{display:flex;flex-wrap:wrap;gap:1vh 3vw;margin:2vh 0;font-size:max(16px,3.2vh);color:#5b6670}
.facts b{color:#1b242b;font-size:1.5em}
.contents{columns:2;column-gap:3em;margin:0;padding-left:1.4em;font-size:max(15px,2.6vh)}
.contents li{break-inside:avoid;margin-bottom:.25em}
.contents a{color:#0f5c86}
.contents small{margin-left:.8em;color:#5b6670}
h3{margin:0 0 .4em;font-size:max(14px,2.4vh);font-weight:600}
footer{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 2em;color:#5b6670;font-size:max(12px,2vh)}
footer a{color:#0f5c86;text-decoration:none;padding:0 .6em}
.notes{margin:0;color:#5b6670;font-size:max(12px,2vh)}
.two{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2vw;align-items:start}
.county{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:2vw;align-items:start;margin-top:1.5vh}
.county svg{max-height:34vh}
.county table{font-size:max(12px,min(2vh,calc(60vh / var(--rows) / 3)))}
.county td{word-break:normal}
table{width:100%;border-collapse:collapse;font-size:max(13px,min(2.7vh,calc(74vh / var(--rows) / 1.75)))}
.t+.t{margin-top:2vh}
th,td{padding:.16em .55em;border-bottom:1px solid #dde1dc;text-align:left}
th{white-space:pre-line;color:#5b6670;font-weight:600;border-bottom:2px solid #5b6670}
td{word-break:keep-all}
@media (min-width:1200px){th{word-break:keep-all}}
td.w{word-break:normal}
.n{text-align:right}
td.n{white-space:nowrap}
.o{color:#9c4220;font-weight:700}
.sum td{font-weight:700;border-top:2px solid #5b6670}
.heat td{border:1px solid #f3f4f1}
.heat th{font-size:.82em}
.heat th,.heat td{padding-left:.3em;padding-right:.3em}
.f{color:#1b242b}
.f.o{background-image:repeating-linear-gradient(45deg,rgba(0,0,0,.16) 0 1px,transparent 1px 7px)}
.d{width:30%;min-width:8em}
.bar,.pair,.stack{position:relative;height:1.15em;display:flex}
.bar i{background:#93c6cc;display:block}
.bar b{position:absolute;top:0;bottom:0;background:#e69a52 repeating-linear-gradient(45deg,rgba(0,0,0,.3) 0 1.5px,transparent 1.5px 6px)}
.bar u,.pair u{position:absolute;top:-.35em;bottom:-.35em;border-left:2px dashed #1b242b}
.pair i{position:absolute;top:.5em;height:.15em;background:#9aa4b0}
.pair s,.pair b{position:absolute;top:.2em;width:.75em;height:.75em;margin-left:-.375em;border-radius:50%;border:.14em solid #5b6670;background:#f3f4f1}
.pair b{background:#0f5c86;border-color:#0f5c86}
.pair b.o{background:#9c4220;border-color:#9c4220}
.stack i.overdue{background:#b3261e}
.stack i.failing{background:#b86e00}
.narrow{display:none}
svg{display:block;width:100%;height:auto;max-height:74vh;margin:0 auto}
.map{display:grid;grid-template-columns:1fr auto;gap:2vw;align-items:end}
.legend{list-style:none;margin:0;padding:0;font-size:max(14px,2.4vh)}
.legend i{display:inline-block;width:2em;height:1em;margin-right:.6em;border:1px solid #5b6670;vertical-align:-.1em}
.legend .h{background-image:repeating-linear-gradient(45deg,rgba(0,0,0,.28) 0 1.5px,transparent 1.5px 6px)}
.picture{display:block;width:100%;height:auto;max-height:74vh;object-fit:contain;object-position:0 0}
.view{display:grid;grid-template-columns:minmax(0,1fr) minmax(14em,22vw);gap:2vw;align-items:start}
.signs{list-style:none;margin:0 0 .8em;padding:0;display:flex;flex-wrap:wrap;gap:.3em 1em;font-size:max(14px,2.2vh)}
.signs li{display:flex;align-items:center;gap:.35em}
.signs img{flex:none;height:1.2em;width:1.6em}
.view h3{color:#5b6670;font-weight:400}
@media screen and (max-width:820px){
html{scroll-snap-type:none}
section{min-height:0;padding:20px 14px;gap:12px;border-bottom:6px solid #dde1dc;grid-template-columns:minmax(0,1fr)}
.two,.map,.county,.view{grid-template-columns:minmax(0,1fr)}
.picture{max-height:none}
svg.wide,.note{display:none}
svg.narrow,.county svg.narrow{display:block;max-height:none}
.contents{columns:1}
.legend{columns:2}
.t{overflow-x:auto;margin:0 -14px;padding:0 14px}
.t+.t{margin-top:16px}
table,.county table{font-size:15px}
th,td,.heat th,.heat td{padding:5px 8px;font-size:inherit}
td{white-space:nowrap}
th{word-break:keep-all}
h2{font-size:20px}
td.w,.county td{white-space:normal;min-width:11em}
.county td.n,.county td.k{min-width:0;white-space:nowrap}
td.k.w,.county td.k{min-width:7em;max-width:40vw;white-space:normal}
th.k,td.k{position:sticky;left:-14px;z-index:1;background:#f3f4f1}
.heat th{font-size:13px}
.contents{padding-left:1.6em;font-size:15px}
.contents li{margin-bottom:.6em}
.contents small{display:block;margin:0}
footer{font-size:13px}
footer a{display:inline-block;min-width:44px;padding:12px 8px;text-align:center}
.facts{margin:0 0 12px}
}
@media print{
html{background:#fff;scroll-snap-type:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
section{min-height:0;padding:0;break-after:page}
section:last-child{break-after:auto}
h2{font-size:18pt}header p,footer,.notes{font-size:9pt}
table{font-size:min(10.5pt,calc(150mm / var(--rows) / 1.75))}
tr{break-inside:avoid}
svg{max-height:150mm}
footer a,.contents{display:none}
@page{size:A4 landscape;margin:12mm}
}
`
