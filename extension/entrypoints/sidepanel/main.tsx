// Opens the desk in the browser's side panel.
import { mountSide } from "../../console/mount.tsx";

const place = document.querySelector<HTMLElement>("#console");
if (place !== null) mountSide(place);
