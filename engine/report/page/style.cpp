#include "engine/report/page/html_page.hpp"

namespace clout {

std::string_view page_style() {
    return R"(
:root{--ink:#1b1b1b;--quiet:#5a6570;--line:#c9ced4;--pale:#eef1f4;--blue:#12436D;--orange:#F46A25}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:17px/1.5 Arial,Helvetica,sans-serif;overflow-wrap:break-word}
main,nav{max-width:760px;margin:0 auto;padding:0 20px}
h1{font-size:1.75rem;line-height:1.25;margin:1.2em 0 .6em;padding-top:.6em;border-top:8px solid var(--blue)}
h2{font-size:1.35rem;line-height:1.3;margin:2em 0 .5em;padding-top:.6em;border-top:2px solid var(--line)}
h3{font-size:1.08rem;line-height:1.35;margin:1.2em 0 .5em}
p,ul,ol{margin:.5em 0 .9em}
.lead{font-size:1.12rem}
.small,figcaption,.save{color:var(--quiet);font-size:.9rem}
figure{margin:1.2em 0 2em}
figure svg{display:block;max-width:100%;height:auto}
.narrow{display:none}
figcaption{margin:.5em 0}
details{margin:.6em 0}
summary{cursor:pointer;padding:.25em 0;color:var(--blue);text-decoration:underline}
.scroll{overflow-x:auto;margin:.6em 0}
table{border-collapse:collapse;font-size:.9rem;min-width:50%}
caption{text-align:left;font-weight:bold;padding:.3em 0}
th,td{text-align:left;padding:.3em .7em .3em 0;border-bottom:1px solid var(--line);vertical-align:top}
thead th{border-bottom:2px solid var(--ink)}
tbody th{font-weight:normal}
.note{background:var(--pale);border-left:6px solid var(--blue);padding:.4em 1em;margin:1.4em 0}
.badge{display:inline-block;padding:0 .5em;border:1.5px solid var(--ink);border-radius:3px;font-size:.82rem;white-space:nowrap}
.badge.observed{background:#dbe6f2}.badge.calibrated{background:#e8f1df}.badge.illustrative{background:#fff;border-style:dashed}
pre{white-space:pre-wrap;background:var(--pale);padding:.8em;font-size:.82rem;overflow-wrap:anywhere}
a{color:var(--blue)}a,summary,button{min-height:24px}
button{font:inherit;font-size:.9rem;color:var(--ink);background:#fff;border:1.5px solid var(--ink);border-radius:4px;padding:.2em .7em;cursor:pointer}
a:focus-visible,button:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--orange);outline-offset:2px;box-shadow:0 0 0 2px var(--ink)}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:#fff;padding:.4em}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.stepping .future{visibility:hidden}.stepping .future.shown{visibility:visible}.stepping .future.shown path{stroke-width:2.5;opacity:1}
nav{border-top:2px solid var(--line);margin-top:3em;padding-bottom:3em}
@media (max-width:560px){body{font-size:16px}.wide{display:none}.narrow{display:block}h1{font-size:1.4rem}main,nav{padding:0 14px}}
@media print{body{font-size:11pt}table{font-size:8.5pt}tbody th{overflow-wrap:anywhere}td,th{padding:1mm 2mm 1mm 0}
main{max-width:none}figure,.note,tr{break-inside:avoid}h2,h3{break-after:avoid}.save,nav,.skip{display:none}
figure svg{max-height:235mm}@page{size:A4;margin:16mm}}
)";
}

std::string_view page_script() {
    return R"(
document.querySelectorAll('figure.chart').forEach(function(figure){
  var save=figure.querySelector('button.svg'),step=figure.querySelector('button.another');
  save.hidden=false;
  save.addEventListener('click',function(){
    var wide=figure.querySelector('.wide'),svg=(wide.offsetParent===null?figure.querySelector('.narrow'):wide).innerHTML;
    var link=document.createElement('a');
    link.href='data:image/svg+xml;charset=utf-8,'+encodeURIComponent(svg);
    link.download=save.dataset.name+'.svg';
    link.click();
  });
  if(!step)return;
  var count=figure.querySelectorAll('.wide .future').length,at=-1;
  step.hidden=false;
  step.addEventListener('click',function(){
    at=(at+1)%(count+1);
    figure.classList.toggle('stepping',at<count);
    figure.querySelectorAll('.future').forEach(function(one){one.classList.toggle('shown',one.classList.contains('future-'+at));});
    step.textContent=at<count?'Another future ('+(at+1)+' of '+count+' shown)':'Another future';
  });
});
)";
}

}  // namespace clout
