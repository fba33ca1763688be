// The pages follow the system's choice of light or dark, also when it changes.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const apply = () => { document.documentElement.dataset.bsTheme = dark.matches ? "dark" : "light"; };
dark.addEventListener("change", apply);
apply();
