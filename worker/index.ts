// The worker: all routes of the contract and the push socket, over the two kinds of object.
import { routerOf } from "./router.ts";
import { caseRoutes } from "./routes/cases.ts";
import { deskRoutes } from "./routes/desk.ts";
import { driftRoutes } from "./routes/drift.ts";
import { noteRoutes } from "./routes/notes.ts";
import { objectionRoutes } from "./routes/objections.ts";
import { orgRoutes } from "./routes/org.ts";
import { outgoingRoutes } from "./routes/outgoing.ts";
import { packRoutes } from "./routes/packs.ts";
import { sessionRoutes } from "./routes/session.ts";
import { openPushSocket } from "./routes/socket.ts";
import { statuteRoutes } from "./routes/statutes.ts";

export { Directory } from "./directory/directory.ts";
export { Unit } from "./unit/unit.ts";

const app = routerOf({
  ...sessionRoutes,
  ...orgRoutes,
  ...caseRoutes,
  ...deskRoutes,
  ...noteRoutes,
  ...objectionRoutes,
  ...packRoutes,
  ...statuteRoutes,
  ...driftRoutes,
  ...outgoingRoutes,
});
app.get("/v1/socket", openPushSocket);

export default app;
