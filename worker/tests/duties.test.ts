// System, security and audit administration in three pairs of hands, where the deployment says so.
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { advance, MINUTE, START, setClock } from "./clock.ts";
import { type Answer, call, env, type Person, signIn } from "./deployment.ts";
import { plant, type Tree } from "./tree.ts";

let tree: Tree;
let root: Person;
beforeEach(async () => {
  setClock(START);
  tree = await plant();
  root = tree.admin.root;
});
afterEach(() => vi.useRealTimers());

const code = ({ body, status }: Answer<unknown>): string => body.code ?? String(status);
const as = (who: Person, id: string) => ({ token: who.token, params: { id } });

describe("three duties", () => {
  const separate = async <T>(work: () => Promise<T>): Promise<T> => {
    const stub = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
    const set = (value: string | undefined) =>
      runInDurableObject(stub, (object) => {
        const place = object as unknown as { env: Record<string, unknown> };
        place.env = { ...place.env, DUTIES: value };
      });
    await set("separate");
    try {
      return await work();
    } finally {
      await set(undefined);
    }
  };
  const make = (who: Person, account: string, ...roles: string[]) =>
    call("createMember", { account, name: "某某", unit: "root", roles }, { token: who.token });
  it("are held by three people where the deployment says so", async () => {
    await separate(async () => {
      expect(code(await make(root, "x1", "officer"))).toBe("not-allowed");
      expect(code(await make(root, "x2", "security", "auditor"))).toBe("not-allowed");
      const first = await make(root, "an", "security");
      expect(first.status).toBe(200);
      expect(code(await make(root, "an2", "security"))).toBe("not-allowed");
      const { initial } = first.body;
      await call("signIn", { account: "an", password: initial?.password ?? "", device: "device-an" });
      const entered = await signIn("an", "device-an", initial?.password ?? "");
      await call(
        "changePassword",
        { old: initial?.password ?? "", password: "correct horse" },
        { token: entered.token },
      );
      expect(code(await make(entered, "x3", "admin", "auditor"))).toBe("bad-value");
      expect(code(await make(entered, "shen", "auditor"))).toBe("200");
      expect(code(await call("changeMember", { roles: ["admin", "security"] }, as(entered, root.id)))).toBe(
        "bad-value",
      );
      expect(code(await call("resetPassword", {}, as(root, tree.officer.cg.id)))).toBe("not-allowed");
      expect(code(await call("resetPassword", {}, as(entered, tree.officer.cg.id)))).toBe("200");
      expect(code(await call("cases", undefined, { token: entered.token }))).toBe("not-allowed");
    });
    advance(MINUTE);
    expect(code(await make(root, "x4", "officer"))).toBe("200");
  });
});
