// Proves one line of the record in this browser: the ledger's own lines, their places in the tree, the same judgement.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reply } from "../../../shared/api/contract.ts";
import { words } from "../../words/console-desk.ts";
import { holds } from "../cases/prove.ts";
import { loadProof } from "../cases/use-proof.ts";
import { Button } from "../parts/Button.tsx";
import { State } from "../parts/State.tsx";
import { useMember } from "../session.ts";
import { isProven } from "./prove-correction.ts";

const WORDS = words.record;

export function ProofButton({ of }: { of: Reply<"record">["corrections"][number] }): VNode {
  const { id } = useMember();
  const [state, setState] = useState<"asked" | "good" | "bad">();
  const [why, setWhy] = useState("");
  const prove = async (): Promise<void> => {
    setState("asked");
    const answer = await loadProof(of.caseKey);
    if (!answer.ok) {
      setState(undefined);
      setWhy(answer.message);
      return;
    }
    const { ledger, proven } = answer.value;
    setState(holds(proven) && isProven(ledger, proven.lines, id, of) ? "good" : "bad");
  };
  if (state === "good") return <State colour="green">{WORDS.proven}</State>;
  if (state === "bad") return <State colour="red">{WORDS.notProven}</State>;
  return (
    <>
      <Button
        rank="text"
        small
        icon="shield"
        busy={state === "asked" && WORDS.proving}
        onClick={() => void prove()}
      >
        {WORDS.prove}
      </Button>
      {why === "" ? null : <small>{why}</small>}
    </>
  );
}
