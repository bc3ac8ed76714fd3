// How large a pack and a condition may be: beyond this it is refused before anything is done with it.

export const LIMITS = {
  /** Bytes of a signed pack's body. */
  bytes: 4_000_000,
  rules: 2_000,
  /** Nodes and depth of one condition's tree, and items of one node. */
  nodes: 600,
  depth: 40,
  items: 80,
} as const;
