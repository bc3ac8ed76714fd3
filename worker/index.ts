// The worker: all routes of the contract and the push socket, over the two kinds of object.
import { RELEASE_PATHS } from "../shared/crx/update-manifest.ts";
import { loaded } from "./before-requests.ts";
import { routerOf } from "./router.ts";
import { accountRoutes } from "./routes/account.ts";
import { caseRoutes } from "./routes/cases.ts";
import { deskRoutes } from "./routes/desk.ts";
import { driftRoutes } from "./routes/drift.ts";
import { publishRelease, releaseCrx, updateXml } from "./routes/extension.ts";
import { intakeRoutes } from "./routes/intake.ts";
import { itemRoutes } from "./routes/items.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { membersRoutes } from "./routes/members.ts";
import { noteRoutes } from "./routes/notes.ts";
import { objectionRoutes } from "./routes/objections.ts";
import { describeInterface } from "./routes/openapi.ts";
import { orgRoutes } from "./routes/org.ts";
import { outgoingRoutes } from "./routes/outgoing.ts";
import { packRoutes } from "./routes/packs.ts";
import { remindingRoutes } from "./routes/reminding.ts";
import { rollupRoutes } from "./routes/rollup.ts";
import { sessionRoutes } from "./routes/session.ts";
import { comeBack, signOnRoutes } from "./routes/sign-on.ts";
import { openPushSocket } from "./routes/socket.ts";
import { statuteRoutes } from "./routes/statutes.ts";

export { Directory } from "./directory/directory.ts";
export { Unit } from "./unit/unit.ts";

const app = routerOf({
  ...sessionRoutes,
  ...accountRoutes,
  ...signOnRoutes,
  ...orgRoutes,
  ...membersRoutes,
  ...caseRoutes,
  ...deskRoutes,
  ...ledgerRoutes,
  ...noteRoutes,
  ...itemRoutes,
  ...objectionRoutes,
  ...packRoutes,
  ...statuteRoutes,
  ...driftRoutes,
  ...outgoingRoutes,
  ...remindingRoutes,
  ...rollupRoutes,
  ...intakeRoutes,
});
app.get("/v1/socket", openPushSocket);
app.get("/v1/openapi.json", describeInterface);
app.get("/v1/sign-on/back", comeBack);
app.post(RELEASE_PATHS.publish, publishRelease);
app.get(RELEASE_PATHS.update, updateXml);
app.get(RELEASE_PATHS.crx, releaseCrx);

loaded();

export default app;
