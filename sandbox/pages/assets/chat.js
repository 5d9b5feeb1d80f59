// The sandbox's chat page: it looks at what happens, and lets you act as anybody in a chat.
const INTERVAL = 700;
const SHOWN = 400;
const NEAR_END = 120;

const page = document.body;
const find = (id) => document.getElementById(id);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

const state = {
  language: "en",
  words: {},
  chats: [],
  chatId: Number(location.hash.slice(1)) || 0,
  events: [],
  since: 0,
  visit: 0,
  replyTo: null,
  seen: {},
  persons: {},
};

const word = (name, values = {}) =>
  (state.words[name] || "").replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

async function json(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

const post = (path, value) => ({ method: "POST", body: JSON.stringify(value), path });

async function act(...acts) {
  const request = post("/sandbox/acts", acts);
  const outcomes = await json(request.path, request);
  const refused = outcomes.find((outcome) => outcome.error);
  find("refusal").hidden = !refused;
  find("refusal").textContent = refused ? word("refused", { reason: refused.error }) : "";
  await look();
  return !refused;
}

const chat = () => state.chats.find((one) => one.id === state.chatId);

function me() {
  const here = chat();
  if (!here) return null;
  if (here.kind === "private") return here.id;
  return Number(find("person").value) || null;
}

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function paint(face, title, id) {
  const colors = ["#e17076", "#eda86c", "#a695e7", "#7bc862", "#6ec9cb", "#65aadd", "#ee7aae"];
  face.style.setProperty("--who", colors[Math.abs(id) % colors.length]);
  face.textContent = [...title.replace(/[^\p{L}\p{N} ]/gu, "").trim()][0]?.toUpperCase() ?? "#";
  return face;
}

const about = (one) => (one.kind === "private" ? word("with_bot") : word("members", { count: one.members.length }));

function drawChats() {
  const rows = state.chats.map((one) => {
    state.seen[one.id] ??= one.last_seq;
    const hasNews = one.last_seq > state.seen[one.id] && one.id !== state.chatId;
    const button = element(
      "button",
      { type: "button", onclick: () => open(one.id) },
      paint(element("span", { className: "avatar" }), one.title, one.id),
      element("div", {}, element("b", { textContent: one.title }), element("small", { textContent: about(one) })),
    );
    if (hasNews) button.append(element("span", { className: "unread", textContent: "•" }));
    button.setAttribute("aria-current", String(one.id === state.chatId));
    return element("li", {}, button);
  });
  if (!rows.length) rows.push(element("li", { className: "hint", textContent: word("none") }));
  find("chats").replaceChildren(...rows);
}

function drawHead() {
  const here = chat();
  for (const id of ["compose", "face"]) find(id).hidden = !here;
  if (!here) return;
  find("title").textContent = here.title;
  find("about").textContent = about(here);
  paint(find("face"), here.title, here.id);
  find("text").placeholder = word("message");
  drawPersons(here);
  drawTopics(here);
}

function drawPersons(here) {
  const rank = { creator: 0, administrator: 1 };
  const people = here.members
    .filter((one) => !one.is_bot)
    .sort((a, b) => (rank[a.status] ?? 2) - (rank[b.status] ?? 2) || a.name.localeCompare(b.name));
  const key = people.map((one) => `${one.id}${one.status}`).join() + state.language + here.id;
  if (find("person").dataset.key === key) return;
  const chosen = state.persons[here.id] ?? (people.find((one) => !(one.status in rank)) ?? people[0])?.id;
  find("person").replaceChildren(
    ...people.map((one) => {
      const role = word(one.status);
      const label = role ? `${one.name} · ${role}` : one.name;
      return element("option", { value: one.id, textContent: label, selected: one.id === chosen });
    }),
  );
  find("person").dataset.key = key;
  find("person").parentElement.hidden = here.kind === "private";
  find("private").hidden = here.kind === "private";
}

function drawTopics(here) {
  find("topics").hidden = !here.forum;
  const key = here.topics.map((topic) => topic.name).join() + state.language + here.id;
  if (find("topic").dataset.key === key) return;
  find("topic").replaceChildren(
    element("option", { value: "", textContent: word("general") }),
    ...here.topics.map((topic) => element("option", { value: topic.id, textContent: topic.name })),
  );
  find("topic").dataset.key = key;
}

async function drawHistory(forced) {
  const scroll = find("scroll");
  const wasAtEnd = forced || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
  const query = new URLSearchParams({ language: state.language, timezone: zone, viewer: me() ?? "" });
  const topics = (chat()?.topics ?? []).map((topic) => ({
    ...{ seq: 0, at: 0, kind: "topic", action: "forum_topic_created" },
    ...{ message_id: topic.id, text: topic.name },
  }));
  const request = post(`/sandbox/pages/fragment?${query}`, [...topics, ...state.events]);
  const response = await fetch(request.path, request);
  // The server has escaped and filtered it: only Telegram's own tags are left.
  find("history").innerHTML = await response.text();
  if (!state.events.length) {
    find("history").replaceChildren(element("p", { className: "blank", textContent: word("empty") }));
  }
  for (const row of find("history").querySelectorAll(".row:not(.deleted)")) row.append(tools());
  if (wasAtEnd) scroll.scrollTop = scroll.scrollHeight;
  find("newer").hidden = wasAtEnd;
}

function tools() {
  return element(
    "span",
    { className: "act" },
    element("button", { type: "button", textContent: "↩", title: word("reply", { who: "" }), name: "reply" }),
    element("button", { type: "button", textContent: "👍", title: word("like"), name: "like" }),
  );
}

// One look at a time: two would both take the same news.
let looking = Promise.resolve();
function look(forced = false) {
  looking = looking.catch(() => undefined).then(() => lookAround(forced));
  return looking;
}

async function lookAround(forced) {
  state.chats = await json("/sandbox/chats");
  if (!chat() && state.chats.length && innerWidth > 700) state.chatId = state.chats[0].id;
  drawHead();
  const here = chat();
  if (here) {
    const visit = state.visit;
    const news = await json(`/sandbox/chats/${here.id}/history?since=${state.since}&limit=${SHOWN}`);
    if (visit !== state.visit) return;
    if (news.length) take(news);
    if (news.length || forced) await drawHistory(forced);
    state.seen[here.id] = here.last_seq;
  }
  drawChats();
}

function take(news) {
  state.since = news.at(-1).seq;
  const fresh = new Map(news.filter((one) => one.message_id).map((one) => [one.message_id, one]));
  for (const event of state.events) {
    const now = fresh.get(event.message_id);
    if (event.kind !== "message" || !now) continue;
    Object.assign(event, { reactions: now.reactions, deleted: now.deleted });
    if (now.kind === "edit") Object.assign(event, { text: now.text, html: now.html, buttons: now.buttons, poll: now.poll });
  }
  state.events = [...state.events, ...news].slice(-SHOWN);
}

async function open(id) {
  Object.assign(state, { chatId: id, events: [], since: 0, visit: state.visit + 1 });
  location.hash = String(id);
  page.classList.add("open");
  answer(null);
  await look(true);
}

function answer(row) {
  state.replyTo = row ? Number(row.id.slice(1)) : null;
  find("replying").hidden = !row;
  if (!row) return;
  const event = state.events.find((one) => one.message_id === state.replyTo && one.kind === "message");
  find("replying").firstElementChild.textContent = word("reply", { who: `${event?.sender?.name ?? ""}: ${event?.text ?? ""}` });
  find("text").focus();
}

async function say() {
  const text = find("text").value.trim();
  if (!text || !me()) return;
  const said = { act: "Say", chat_id: state.chatId, person_id: me(), text };
  if (state.replyTo) said.reply_to = state.replyTo;
  else if (find("topic").value && !find("topics").hidden) said.thread_id = Number(find("topic").value);
  if (await act(said)) {
    find("text").value = "";
    answer(null);
    find("scroll").scrollTop = find("scroll").scrollHeight;
  }
}

function touched(event) {
  const row = event.target.closest(".row");
  const message = row ? Number(row.id.slice(1)) : 0;
  const base = { chat_id: state.chatId, person_id: me(), message };
  const pressed = event.target.closest("[data-press]");
  if (pressed) act({ act: "Press", ...base, data: pressed.dataset.press });
  else if (event.target.name === "reply") answer(row);
  else if (event.target.name === "like") act({ act: "React", ...base, emoji: ["👍"] });
}

async function speak(language) {
  state.language = language;
  localStorage.setItem("language", language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  state.words = await json(`/sandbox/pages/words?language=${language}`);
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
  for (const one of document.querySelectorAll("[data-language]")) {
    one.setAttribute("aria-pressed", String(one.dataset.language === language));
  }
  await look(true);
}

find("compose").addEventListener("submit", (event) => (event.preventDefault(), say()));
find("text").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  say();
});
find("history").addEventListener("click", touched);
find("history").addEventListener("dblclick", (event) => answer(event.target.closest(".row")));
find("replying").lastElementChild.addEventListener("click", () => answer(null));
find("newer").addEventListener("click", () => (find("scroll").scrollTop = find("scroll").scrollHeight));
find("back").addEventListener("click", () => page.classList.remove("open"));
find("person").addEventListener("change", () => {
  state.persons[state.chatId] = me();
  drawHistory(false);
});
find("private").addEventListener("click", async () => {
  const person = me();
  if (await act({ act: "Start", person_id: person })) await open(person);
});
for (const one of document.querySelectorAll("[data-language]")) {
  one.addEventListener("click", () => speak(one.dataset.language));
}

async function run() {
  if (state.chatId) page.classList.add("open");
  const first = (await json("/sandbox/chats"))[0]?.language ?? navigator.language;
  await speak(localStorage.getItem("language") ?? (first.startsWith("zh") ? "zh" : "en"));
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
    // A sandbox that is being restarted is simply asked again.
    await look().catch(() => undefined);
  }
}

run();
