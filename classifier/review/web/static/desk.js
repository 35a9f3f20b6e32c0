// The keyboard, the page viewer and drafts. Every page works without this file, by mouse.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const main = () => $("main");
  let busy = false;

  function say(text) { $("said").textContent = text; }

  // Drafts: what was ticked or typed and not stored yet stays in this browser.
  const draftKey = (form) => "draft " + form.dataset.case;
  function keepDraft() {
    const form = $("decide");
    if (!form) return;
    const ticked = [...form.querySelectorAll("input[name=category]:checked")].map((box) => box.value);
    localStorage.setItem(draftKey(form), JSON.stringify({ ticked, comment: $("comment").value, id: form.elements.decision.value }));
  }
  function takeDraft(form) {
    const kept = localStorage.getItem(draftKey(form));
    if (!kept) return;
    const draft = JSON.parse(kept);
    form.querySelectorAll("input[name=category]").forEach((box) => { box.checked = draft.ticked.includes(box.value); });
    $("comment").value = draft.comment;
    // The same id again: a decision that arrived although the answer was lost is stored once.
    if (draft.id) form.elements.decision.value = draft.id;
    say("Your draft was kept.");
  }

  function tick(key) {
    const box = document.querySelector(`#decide input[data-key="${key}"]`);
    if (!box) return;
    // 0 says none, however often it is pressed; 1 2 3 go on and off.
    box.checked = key === 0 || !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function keepApart(box) {
    // None excludes the three, and each of the three excludes none.
    if (!box.checked || box.name !== "category") return;
    const nil = box.value === "none";
    box.form.querySelectorAll("input[name=category]").forEach((other) => {
      if (other !== box && (nil || other.value === "none")) other.checked = false;
    });
  }
  function saySelection() {
    const names = [...document.querySelectorAll("#decide input[name=category]:checked")].map((b) => b.closest("label").querySelector("span").textContent);
    say(names.length ? names.join(", ") : "nothing ticked");
  }

  // The page viewer.
  function showPage(number) {
    const paper = $("paper");
    const wanted = Math.max(1, Math.min(number, Number(paper.dataset.pages)));
    paper.dataset.page = wanted;
    const zoom = Number(paper.dataset.zoom) > 0 ? "?zoom=1" : "";
    $("picture").src = paper.dataset.picture.replace("/0.jpg", `/${wanted}.jpg`) + zoom;
    $("picture").alt = $("picture").alt.replace(/^Page \d+/, `Page ${wanted}`);
    $("outline").hidden = false;
    $("outline").src = paper.dataset.outline.replace("/0.svg", `/${wanted}.svg`);
    $("page-number").textContent = wanted;
    paper.scrollTop = 0;
  }
  function zoom(step) {
    const paper = $("paper");
    const before = Number(paper.dataset.zoom);
    const now = Math.max(0, Math.min(4, before + step));
    paper.dataset.zoom = now;
    if ((before > 0) !== (now > 0)) showPage(Number(paper.dataset.page));
    say(["whole width", "125%", "150%", "200%", "300%"][now]);
  }
  function turn(step) { if ($("paper")) { showPage(Number($("paper").dataset.page) + step); say("page " + $("page-number").textContent); } }

  // Going on: the answer's main part replaces this page's, which saves a load.
  async function go(address, options) {
    if (busy) return;
    busy = true;
    document.body.classList.add("busy");
    try {
      const answer = await fetch(address, { redirect: "follow", credentials: "same-origin", ...options });
      show(new DOMParser().parseFromString(await answer.text(), "text/html"), answer);
    } catch (error) {
      lost();
    } finally {
      busy = false;
      document.body.classList.remove("busy");
      document.body.dataset.turn = Number(document.body.dataset.turn || 0) + 1;
    }
  }
  function show(next, answer) {
    const fresh = next.getElementById("main");
    if (!fresh) { location.assign(answer.url); return; }
    document.title = next.title;
    main().replaceWith(fresh);
    document.documentElement.dataset.theme = next.documentElement.dataset.theme;
    document.body.dataset.keys = next.body.dataset.keys;
    if (answer.status < 400 && answer.url !== location.href) history.pushState(null, "", answer.url);
    const head = $("case-title");
    (head || main()).focus({ preventScroll: false });
    const messages = $("messages").textContent.trim().replace(/\s+/g, " ");
    const problem = $("problem") ? $("problem").textContent.trim() : "";
    start();
    say([problem, messages, head ? "Next: " + head.textContent.trim() : document.title].filter(Boolean).join(". "));
  }
  function lost() {
    keepDraft();
    const box = $("problem") || $("messages");
    box.textContent = "The desk does not answer. Your choice is kept in this browser; start the desk again and press Enter.";
    say(box.textContent);
  }
  function send(form, button) {
    const values = new FormData(form);
    if (button && button.name) values.set(button.name, button.value);
    const undoing = button && button.id === "undo";
    if (!undoing) keepDraft();
    const address = (button && button.getAttribute("formaction")) || form.getAttribute("action");
    const key = draftKey(form);
    go(address, { method: "POST", body: new URLSearchParams(values) }).then(() => {
      // Dropped only when the desk has moved on: the decision is stored then.
      const still = $("decide");
      const stored = !undoing && (!still || draftKey(still) !== key);
      if (stored && !($("problem") && $("problem").textContent)) localStorage.removeItem(key);
    });
  }

  function start() {
    const form = $("decide");
    if (form) {
      takeDraft(form);
      form.addEventListener("submit", (event) => { event.preventDefault(); send(form, event.submitter); });
      form.addEventListener("change", (event) => { keepApart(event.target); keepDraft(); saySelection(); });
      $("comment").addEventListener("input", keepDraft);
      const next = document.querySelector("article.case").dataset.nextPicture;
      if (next) { new Image().src = next; }
    }
    if ($("paper")) {
      $("zoom-in").addEventListener("click", () => zoom(1));
      $("zoom-out").addEventListener("click", () => zoom(-1));
      $("page-back").addEventListener("click", (event) => { event.preventDefault(); turn(-1); });
      $("page-on").addEventListener("click", (event) => { event.preventDefault(); turn(1); });
      $("outline").addEventListener("error", () => { $("outline").hidden = true; });
      bringIntoView();
    }
    const filters = $("filters");
    if (filters) filters.addEventListener("change", (event) => { if (event.target.tagName === "SELECT") filters.requestSubmit(); });
    document.querySelectorAll(".settle").forEach((one) => one.addEventListener("change", (event) => keepApart(event.target)));
  }
  // A long page shows the commitment first, not the page's head.
  function bringIntoView() {
    const outline = $("outline");
    const scroll = () => {
      const paper = $("paper"), top = Number(paper.dataset.top);
      // The outline is a drawing in points, so its own height is the page's.
      const share = outline.naturalHeight ? top / outline.naturalHeight : 0;
      if (share && paper.dataset.page === paper.dataset.first) paper.scrollTop = Math.max(0, outline.clientHeight * share - 90);
    };
    outline.addEventListener("load", scroll);
    $("picture").addEventListener("load", scroll);
    // Both may have come before this script did, and then nothing tells of it any more.
    scroll();
  }

  const follow = (id) => { const one = $(id); if (one) one.click(); };
  const visit = (id) => { const one = $(id); if (one) go(one.href, {}); };
  const keys = {
    1: () => tick(1), 2: () => tick(2), 3: () => tick(3), 0: () => tick(0),
    Enter: () => follow("accept"), u: () => follow("unsure"), z: () => follow("undo"), h: () => follow("hide-model"),
    c: () => { if ($("comment")) $("comment").focus(); },
    j: () => visit("go-on"), k: () => visit("go-back"), s: () => follow("check-split"),
    ArrowLeft: () => turn(-1), ArrowRight: () => turn(1), "+": () => $("paper") && zoom(1), "=": () => $("paper") && zoom(1), "-": () => $("paper") && zoom(-1),
    b: () => location.assign("/codebook"), "?": () => location.assign("/help"), "/": () => $("find") && $("find").focus(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target;
    const typing = target.matches("textarea, select, input:not([type=checkbox])");
    if (target.id === "comment" && (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey))) {
      event.preventDefault();
      $("case-title").focus({ preventScroll: true });
      return;
    }
    if (typing && event.key === "Escape") { target.blur(); return; }
    if (typing || document.body.dataset.keys === "off") return;
    // Enter on a link or button does what it says there.
    if (event.key === "Enter" && target.matches("a, button, summary")) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || event.repeat) return;
    event.preventDefault();
    act();
  });
  window.addEventListener("popstate", () => go(location.href, {}));
  document.addEventListener("DOMContentLoaded", start);
})();
