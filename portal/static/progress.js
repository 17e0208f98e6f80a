// What pages gain where scripts run; everything works without.
document.documentElement.classList.add('has-script');

// Live progress: the server sends the panel that it would have drawn.
const panel = document.querySelector('[data-events]');
if (panel !== null) {
  const events = new EventSource(panel.dataset.events);
  events.addEventListener('progress', (event) => {
    panel.innerHTML = event.data;
  });
  events.addEventListener('ended', () => {
    events.close();
    location.reload();
  });
}

for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(button.parentElement.querySelector('code').textContent);
  });
}
