// What the shared views take from React and react-router.
import { Link as RouterLink } from "react-router";

export { useEffect, useMemo, useState } from "react";

// `discover` is for its own servers: without it there is one attribute less.
export const Link = ({ href, ...props }) => <RouterLink to={href} discover="none" {...props} />;
