// The only script: the theme button, what this reader has not seen yet, and notices of new changes. Everything else works without it.
(() => {
  const root = document.documentElement;
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* storage is off: it lasts for this page */ } };
  const recall = key => { try { return localStorage.getItem(key); } catch { return null; } };

  // Theme: set before the first paint.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  const chosen = recall("theme");
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  const themes = () => {
    const button = document.getElementById("theme");
    if (!button) return;
    const label = () => { button.textContent = isDark() ? "Light theme" : "Dark theme"; };
    button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; keep("theme", root.dataset.theme); label(); });
    system.addEventListener("change", label);
    label();
    button.hidden = false;
  };

  const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

  // The list of stories: what changed since this reader last opened each.
  const list = () => {
    const rows = [...document.querySelectorAll("[data-story]")];
    let unseen = 0;
    for (const row of rows) {
      const seen = recall("seen " + row.dataset.story);
      if (!seen) continue;
      const count = row.dataset.changes.split(" ").filter(at => at > seen).length;
      row.querySelector(".unseen").textContent = count ? counted(count, "unseen change") : "Nothing unseen";
      row.dataset.unseen = count;
      unseen += count ? 1 : 0;
    }
    const filter = document.getElementById("unseen");
    if (!filter || !unseen) return;
    filter.textContent = `Unseen ${unseen}`;
    filter.hidden = false;
    filter.addEventListener("click", () => {
      const only = filter.getAttribute("aria-pressed") !== "true";
      filter.setAttribute("aria-pressed", only);
      for (const row of rows) row.hidden = only && !(row.dataset.unseen > 0);
    });
  };

  // A story's page: marks what is new since the last visit, then remembers this one.
  const story = () => {
    const [slug, now] = (document.body.dataset.seen || "").split(" ");
    if (!now) return;
    const seen = recall("seen " + slug);
    if (seen) {
      for (const time of document.querySelectorAll(".chg time"))
        if (time.dateTime > seen) time.closest("li").classList.add("fresh");
      const tab = document.getElementById("sv");
      if (tab && seen < now) {
        const asked = new URLSearchParams(location.search);
        if (asked.get("since") === seen) tab.setAttribute("aria-current", "true");
        asked.set("since", seen);
        tab.href = "?" + asked;
        tab.hidden = false;
      }
    }
    if (!seen || seen < now) addEventListener("pagehide", () => keep("seen " + slug, now));
  };

  // Where a server tells of changes: an offer to show them; the text under the reader's eyes never moves.
  const live = () => {
    const offer = document.getElementById("news");
    if (!offer || !window.EventSource) return;
    const changes = new EventSource(offer.dataset.events);
    changes.addEventListener("change", event => {
      const { version, changes: count } = JSON.parse(event.data);
      if (version <= Number(offer.dataset.version)) return;
      offer.firstChild.textContent = counted(count, "new change") + ", show";
      offer.hidden = false;
    });
    addEventListener("pagehide", () => changes.close());
  };

  document.addEventListener("DOMContentLoaded", () => { themes(); list(); story(); live(); });
})();
