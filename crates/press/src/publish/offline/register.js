// The end of the start script where copies are kept: once the app has taken the page over and the browser is idle, the service
// worker is registered, and told what the page that came before it is made of; twice more for what was on its way then, a report
// perhaps. Not in frames: those are others' pages.
const here=location.href,workers=navigator.serviceWorker,isFirst=!workers?.controller;
if(workers&&self===top)new MutationObserver((_,observer)=>{
if(root.dataset.state!=="ready")return;
observer.disconnect();
(self.requestIdleCallback??setTimeout)(()=>workers.register(file("../sw.js").href).then(()=>workers.ready)
.then(({active})=>{const tell=page=>active.postMessage([...page,...performance.getEntriesByType("resource").filter(({decodedBodySize})=>decodedBodySize!==0).map(({name})=>name)]);
if(isFirst){tell([here]);for(const later of[4000,15000])setTimeout(tell,later,[])}})
.catch((error)=>console.warn("Nashra keeps no copies:",error)))
}).observe(root,{attributeFilter:["data-state"]});
