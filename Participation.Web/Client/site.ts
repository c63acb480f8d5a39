// Loaded on every page; everything else only where the page asks for it by a data attribute.

const summary = document.querySelector<HTMLElement>("[data-focus]");
summary?.focus();

if (document.querySelector("[data-channel]")) void import("./live").then((module) => { module.start(); });
if (document.querySelector("[data-comment-form]")) void import("./discussion").then((module) => { module.start(); });
if (document.querySelector("[data-likes-form], [data-ask]")) void import("./questions").then((module) => { module.start(); });
if (document.querySelector("[data-picture]")) void import("./picture").then((module) => { module.start(); });
if (document.querySelector("[data-writing]")) void import("./shared-text").then((module) => { module.start(); });
if (document.querySelector("input[data-many]")) void import("./many").then((module) => { module.start(); });
if (document.querySelector("[data-keep]")) void import("./keep").then((module) => { module.start(); });
if (document.querySelector("[data-passages]")) void import("./passages").then((module) => { module.start(); });
if (document.querySelector("[data-puzzle]")) void import("./puzzle").then((module) => { module.start(); });
if (document.querySelector("[data-stances]")) void import("./stance").then((module) => { module.start(); });
if (document.querySelector("[data-shortcuts], [data-claim], [data-reason-picker]")) void import("./desk").then((module) => { module.start(); });
if (document.querySelector("[data-passkey-create], [data-passkey-get]")) void import("./passkeys").then((module) => { module.start(); });

document.addEventListener("focusin", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.matches("[data-select-all]")) event.target.select();
});

if (document.querySelector("[data-editor]")) void import("./write").then((module) => { module.start(); });
else if (sessionStorage.getItem("idee:unterwegs")) void import("./draft").then((module) => { module.arrived(); });
