// What the shared views take from React and react-router.
import { Link as RouterLink } from "react-router";

export { useEffect, useMemo, useState } from "react";

export const Link = ({ href, ...props }) => <RouterLink to={href} {...props} />;
