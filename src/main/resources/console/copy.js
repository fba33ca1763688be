// A button copies the field that it names. Without scripts it stays hidden, and the field is copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const status = document.getElementById("copied");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "Copied.";
    } catch {
      status.textContent = "The browser does not allow it here. The secret is selected: copy it with the keyboard.";
    }
  });
}

// Loading the page again asks for the page, and does not send its form again.
window.history.replaceState(null, "", window.location.href);
