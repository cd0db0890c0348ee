// What the shared views take from Preact and preact-iso, whose router follows plain links.
export { useEffect, useMemo, useState } from "preact/hooks";

export const Link = (props) => <a {...props} />;
