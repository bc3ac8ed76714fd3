// Luminance of CSS colours decides between light and dark.
import { expect, it } from "vitest";
import { luminanceOf } from "./theme.ts";

it.each([
  ["rgb(255, 255, 255)", 1],
  ["rgb(0, 0, 0)", 0],
  ["rgba(20, 20, 20, 0.9)", 0.007],
])("%s is %d", (colour, luminance) => {
  expect(luminanceOf(colour)).toBeCloseTo(luminance, 2);
});

it.each(["rgba(0, 0, 0, 0)", "transparent", "none", "rgba(0, 0, 0, 0.2)"])("%s does not count", (colour) => {
  expect(luminanceOf(colour)).toBeUndefined();
});
