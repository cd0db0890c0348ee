import fs from "fs"; import vm from "vm"; import crypto from "crypto";
const src=["copies","worker"].map(n=>fs.readFileSync(`/work/wt/offline/crates/press/src/publish/offline/${n}.js`,"utf8")).join("");
const build={prefix:"/",languages:["ar","en"],start:"/assets/start-aaaaaaaaaaaa.js",core:[],assets:[],shell:["/404.html","/ar/offline/","/en/offline/"],withdrawn:["/en/releases/w/"],version:"1"};
const body="console.log(1)"; const h=crypto.createHash("sha256").update(body).digest("hex").slice(0,12);
build.core=[`/assets/app-${h}.js`]; build.assets=[...build.core];
const files={[build.core[0]]:["text/javascript",body],"/404.html":["text/html",'<title>no</title><div id="nashra" class="app">NOT</div><script type="application/json" id="nashra-data">{}</script></body></html>'],
"/ar/offline/":["text/html",'<h1>ar</h1><section class="kept" hidden=""><ul class="kept-list"></ul></section></body></html>'],"/en/offline/":["text/html",'<h1>en</h1><section class="kept" hidden=""><ul class="kept-list"></ul></section></body></html>'],
"/ar/x/":["text/html",'<title>X</title><script src="/assets/start-aaaaaaaaaaaa.js"></script><div id="nashra" class="app">hi</div></body></html>\n'],"/ar/x/data.json":["application/json",'{"page":{"title":"A <b> & c"}}'],
"/ar/y/data.json":["application/json",'{"page":{"title":"Y"}}'],"/feeds/en.json":["application/json","{}"],"/m/a.pdf":["application/pdf","%PDF-12345"]};
let net="ok";
const store={};
const caches={open:async n=>{const m=store[n]??=new Map();return{match:async k=>{const e=m.get(k.url??k);return e&&new Response(e.b.slice(0),{headers:e.h})},put:async(k,r)=>{m.delete(k);m.set(k,{b:await r.arrayBuffer(),h:[...r.headers]})},delete:async k=>m.delete(k.url??k),keys:async()=>[...m.keys()].map(url=>({url}))}}};
const listeners={};
const ctx={build,caches,crypto:globalThis.crypto,location:{origin:"http://h"},Response,Headers,URL,TextDecoder,setTimeout,clearTimeout,structuredClone,Promise,console,Map,Set,JSON,Number,Date,Math,Uint8Array,Array,Error,
addEventListener:(n,f)=>listeners[n]=f,skipWaiting:async()=>{},clients:{claim:async()=>{}},registration:{},
fetch:async r=>{const u=new URL(r.url??r);if(net==="down")throw new TypeError("down");if(net==="500")return mk("",500);const f=files[u.pathname];if(!f)return mk("",404);let b=f[1];if(net==="cut")b=b.slice(0,5);return mk(b,200,f)}};
const mk=(b,status,f)=>{const r=new Response(b,{status,headers:f?{"content-type":f[0],"content-length":String(f[1].length)}:{}});Object.defineProperty(r,"type",{value:"basic"});const c=r.clone.bind(r);r.clone=()=>{const x=c();Object.defineProperty(x,"type",{value:"basic"});return x};return r};
vm.createContext(ctx);vm.runInContext(src,ctx);
const fire=async(n,e)=>{const w=[];let resp;const ev={...e,waitUntil:p=>w.push(p),respondWith:p=>{resp=p}};listeners[n](ev);const r=resp?await resp:undefined;let i=0;while(i<w.length)await w[i++];return r};
const get=(p,o={})=>fire("fetch",{request:{url:"http://h"+p,method:"GET",mode:o.mode??"navigate",cache:"default",headers:new Headers(o.range?{range:o.range}:{})}});
await fire("install",{});await fire("activate",{});
const t=async(l,r)=>console.log(l,r&&[r.status,(await r.text()).slice(0,300),r.headers.get("nashra-kept"),r.headers.get("content-range")]);
await t("x",await get("/ar/x/"));await get("/ar/y/data.json",{mode:"cors"});await get("/m/a.pdf");await get("/feeds/en.json",{mode:"cors"});
console.log(Object.fromEntries(Object.entries(store).map(([k,m])=>[k,[...m.keys()]])));
net="down";
await t("x down",await get("/ar/x/?q=1"));await t("y down",await get("/ar/y/"));await t("z down",await get("/ar/z/"));await t("en",await get("/en/z"));await t("data",await get("/ar/x/data.json",{mode:"cors"}));
await t("data none",await get("/ar/q/data.json",{mode:"cors"}).catch(e=>console.log(e)));
await t("range",await get("/m/a.pdf",{mode:"cors",range:"bytes=0-3"}));await t("range tail",await get("/m/a.pdf",{mode:"cors",range:"bytes=-3"}));await t("range bad",await get("/m/a.pdf",{mode:"cors",range:"bytes=99-"}));
net="500";await t("x 500",await get("/ar/x/"));await t("z 500",await get("/ar/z/"));
net="cut";await t("x cut",await get("/ar/x/"));await t("data cut",await get("/ar/x/data.json",{mode:"cors"}));
net="down";await t("x down",await get("/ar/x/"));
await fire("activate",{});console.log(Object.fromEntries(Object.entries(store).map(([k,m])=>[k,[...m.keys()]])));
