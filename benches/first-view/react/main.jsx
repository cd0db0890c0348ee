// The newsroom as a single-page app of React and react-router.
import { createRoot } from "react-dom/client";
import { BrowserRouter, Route, Routes, useParams } from "react-router";
import { ItemPage, ListPage } from "../shared/app.jsx";
import { feedOf, localeOf } from "../shared/newsroom.js";

function Page({ kind }) {
  const { lang, slug } = useParams();
  return <ItemPage lang={lang} kind={kind} slug={slug} />;
}

function List() {
  return <ListPage lang={useParams().lang} />;
}

const App = () => (
  <BrowserRouter>
    <Routes>
      <Route path="/:lang/releases/:slug" element={<Page kind="release" />} />
      <Route path="/:lang/reports/:slug" element={<Page kind="report" />} />
      <Route path="/:lang/*" element={<List />} />
    </Routes>
  </BrowserRouter>
);

// The request goes out before the first render.
feedOf(localeOf(location.pathname.split("/")[1]).tag);
createRoot(document.getElementById("nashra")).render(<App />);
