// An icon of the console at one of its two sizes.
import type { VNode } from "preact";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../icons.ts";

export function Icon({
  name,
  size = 16,
  label,
}: {
  name: keyof typeof icons;
  size?: 14 | 16;
  label?: string;
}): VNode {
  return <Draw of={icons[name]} size={size} label={label} />;
}
