import heapq
BW=200.0 # bytes/ms
def sim(html, reqs, deps={}):
    """reqs: list of (name, bytes) requested at HTML end in order; deps: name -> list requested when name is done. returns end times"""
    t=150.0+html/BW
    # navigation conn counts free afterwards
    queue=[]; active={}; ends={'html':t}
    for r in reqs: queue.append(r)
    lat={}
    while queue or active:
        while queue and len(active)<6:
            n,b=queue.pop(0); active[n]=[t+150.0,float(b)]
        # advance
        run=[n for n,(s,b) in active.items() if s<=t+1e-9]
        nexts=[s for s,b in active.values() if s>t+1e-9]
        if run:
            rate=BW/len(run)
            tf=min(active[n][1] for n in run)/rate
            step=min([tf]+[s-t for s in nexts])
            for n in run: active[n][1]-=rate*step
        else:
            step=min(nexts)-t
        t+=step
        for n in list(active):
            s,b=active[n]
            if b<=1e-6 and s<=t+1e-9:
                del active[n]; ends[n]=t
                queue+=deps.get(n,[])
    return ends
F=[('fa4',14488),('fa6',15572),('fl4',11104),('fl6',11776)]
css=('css',5550); glue=('glue',7637); wasm=('wasm',99734); start=('start',300); logo=('logo',600); img=('img',20868)
H=5900
pr=lambda n,e:print(f"{n:8}", {k:round(v) for k,v in e.items()})
pr('html', sim(H-1000, F+[css,logo,img]))
pr('base', sim(H, F+[css,glue,start,logo,img], {'start':[wasm]}))
pr('v1', sim(H, [css,img]+F+[glue,start,logo], {'start':[wasm]}))
pr('htmlv1', sim(H-1000, [css,img]+F+[logo]))
pr('v2', sim(H, [css]+F+[logo,img,glue,start], {'start':[wasm]}))
pr('v3', sim(H, [wasm,css,img,glue,start]+F+[logo]))
pr('v4', sim(H, [css,img,glue,start]+F+[logo], {'start':[wasm]}))
pr('v5', sim(H, [css,img,wasm,glue,start]+F+[logo]))
pr('react', sim(700, [('js',79176),('feed',12500)]+[F[0],F[1],F[2],F[3],css], {}))
pr('react2', sim(700, [css,('js',79176),('feed',12500)]+F, {}))
pr('preact', sim(700, [css,('js',14286),('feed',12500)]+F, {}))
