// Stands in for the packager's own context of a content script, which says an event on the page that names this extension.

/** Nothing: a frame's script needs no timers or listeners bound to it. */
export class ContentScriptContext {}
