// What may be done next: the way forward as the one loud button, the rest quieter, what waits for proof with its reason.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reply } from "../../../shared/api/contract.ts";
import type { Role } from "../../../shared/api/route.ts";
import { type Offer, offersFor } from "../../../shared/supervision/item-check.ts";
import { MOVE, words } from "../../words/console-items.ts";
import { Button } from "../parts/Button.tsx";
import { useMember } from "../session.ts";
import { MoveForm } from "./MoveForm.tsx";

interface Props {
  readonly of: Reply<"item">;
  readonly onDone: () => void;
}

export function Moves({ of: { item, now }, onDone }: Props): VNode | null {
  const member = useMember();
  const [chosen, setChosen] = useState<Offer>();
  const offers = offersFor(item, { id: member.id, roles: member.roles as readonly Role[] });
  if (item.state === "closed") return null;
  const open = offers.filter(({ why }) => why === undefined);
  return (
    <div class="side-part item-moves">
      <h3>{words.moves}</h3>
      {chosen !== undefined ? (
        <MoveForm
          key={chosen.do}
          item={item}
          offer={chosen}
          now={now}
          onCancel={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined);
            onDone();
          }}
        />
      ) : open.length === 0 ? (
        <p class="sub">
          {words.noMoves}。{words.noMovesWhy}
        </p>
      ) : (
        <div class="item-buttons">
          {offers.map((offer) => (
            <Button
              key={offer.do}
              rank={offer === offers[0] ? "primary" : "secondary"}
              disabled={offer.why !== undefined}
              why={offer.why}
              onClick={() => setChosen(offer)}
            >
              {MOVE[offer.do]}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
