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
    const asked = new URLSearchParams(location.search);
    const since = asked.get("since");
    // Who asked for the time since the last visit is on a page of this visit already: the address still says from when.
    const from = /^\d{4}-/.test(since || "") ? since : seen;
    if (from) {
      for (const time of document.querySelectorAll(".chg time"))
        if (time.dateTime > from) time.closest("li").classList.add("fresh");
      const tab = document.getElementById("sv");
      if (tab && from < now) {
        if (since === from) tab.setAttribute("aria-current", "true");
        asked.set("since", from);
        tab.href = "?" + asked;
        tab.hidden = false;
      }
    }
    if (!seen || seen < now) addEventListener("pagehide", () => keep("seen " + slug, now));
  };

  // Where a server tells of changes: an offer to show them; the text under the reader's eyes never moves. A page that nobody looks at does not listen,
  // and is told what it missed when it is looked at again.
  const live = () => {
    const offer = document.getElementById("news");
    if (!offer || !window.EventSource) return;
    let source = null, place = offer.dataset.after, changes = 0, reports = 0;
    const show = words => { offer.firstElementChild.textContent = words + ", show"; offer.hidden = false; };
    const hear = (name, act) => source.addEventListener(name, event => { place = event.lastEventId; if (act) act(JSON.parse(event.data)); });
    const tell = () => show(changes ? counted(changes, "new change") : counted(reports, "new report"));
    const open = () => {
      if (source) return;
      source = new EventSource(`${offer.dataset.events}?after=${place}`);
      hear("now");
      hear("change", told => { changes += told.changes || 1; tell(); });
      hear("report", () => { reports += 1; tell(); });
      hear("merged", () => show("This story is now part of another"));
    };
    const close = () => { if (source) source.close(); source = null; };
    document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
    addEventListener("pagehide", close);
    addEventListener("pageshow", open);
    if (!document.hidden) open();
  };

  document.addEventListener("DOMContentLoaded", () => { themes(); list(); story(); live(); });
})();
