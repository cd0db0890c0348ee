// The newsroom as a single-page app of Preact and preact-iso.
import { render } from "preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { ItemPage, ListPage } from "../shared/app.jsx";
import { feedOf, localeOf } from "../shared/newsroom.js";

const Release = ({ lang, slug }) => <ItemPage lang={lang} kind="release" slug={slug} />;
const Report = ({ lang, slug }) => <ItemPage lang={lang} kind="report" slug={slug} />;

// Files are not pages.
const App = () => (
  <LocationProvider scope={/^\/[^.]*$/}>
    <Router>
      <Route path="/:lang/releases/:slug" component={Release} />
      <Route path="/:lang/reports/:slug" component={Report} />
      <Route path="/:lang/:rest*" component={ListPage} />
    </Router>
  </LocationProvider>
);

// The request goes out before the first render.
feedOf(localeOf(location.pathname.split("/")[1]).tag);
render(<App />, document.getElementById("nashra"));
