// Opens the console in its own tab.
import { mount } from "../../console/mount.tsx";

const place = document.querySelector<HTMLElement>("#console");
if (place !== null) mount(place);
