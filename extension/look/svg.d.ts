// Tells the compiler what a raw SVG or an inlined style sheet is when imported.

declare module "*.svg?raw" {
  const text: string;
  export default text;
}

declare module "*.css?inline" {
  const text: string;
  export default text;
}

declare module "*.css";
