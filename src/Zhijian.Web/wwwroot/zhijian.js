/* 知检 progressive enhancement: keyboard, theme, print. Every page works without this file. Loaded after htmx, if htmx is loaded.
   Keys are declared in the page: data-go="d" on a link for "g d", data-key="n" on the thing that "n" acts on, data-row on rows. */
(function () {
  'use strict';
  var root = document.documentElement, zh = root.lang.indexOf('zh') === 0;
  function get(k) { try { return localStorage.getItem(k); } catch (e) { return null; } }
  function set(k, v) { try { localStorage.setItem(k, v); } catch (e) { /* private mode */ } }
  function all(selector, each) { Array.prototype.forEach.call(document.querySelectorAll(selector), each); }

  /* no inline style and no eval (CSP); no copies of pages in the browser's storage (secrecy circles) */
  if (window.htmx) {
    htmx.config.includeIndicatorStyles = false;
    htmx.config.allowEval = false;
    htmx.config.historyCacheSize = 0;
    htmx.config.refreshOnHistoryMiss = true;
    /* an error page is an answer, too: it is shown where the list would be */
    htmx.config.responseHandling = [{ code: '204', swap: false }, { code: '...', swap: true }];
  }

  /* theme: ?theme=dark wins, then the stored choice; single keys can be switched off (WCAG 2.1.4) */
  var asked = /[?&]theme=(dark|light)/.exec(location.search);
  var keysOn = get('zj-keys') !== 'off', pending = false;
  function theme(t) { root.setAttribute('data-bs-theme', t); }
  theme(asked ? asked[1] : get('zj-theme') || root.getAttribute('data-bs-theme') || 'light');

  function labels() {
    var dark = root.getAttribute('data-bs-theme') === 'dark';
    all('[data-theme-toggle],[data-keys-toggle],[data-copy-url],[data-print]', function (b) { b.hidden = false; });
    all('[data-theme-toggle]', function (b) { b.textContent = dark ? (zh ? '浅色' : 'Light') : (zh ? '深色' : 'Dark'); });
    all('[data-keys-toggle]', function (b) {
      b.setAttribute('aria-pressed', String(keysOn));
      b.textContent = (zh ? '单键快捷键：' : 'Single-key shortcuts: ') + (keysOn ? (zh ? '开' : 'on') : (zh ? '关' : 'off'));
    });
  }
  function ready() {
    labels();
    var wrong = document.querySelector('.zj-errsum');
    if (wrong) { wrong.tabIndex = -1; wrong.focus(); }
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready); else ready();
  document.addEventListener('htmx:afterSettle', ready);

  document.addEventListener('click', function (e) {
    var t = e.target.closest('[data-theme-toggle],[data-keys-toggle],[data-copy-url],[data-print]');
    if (!t) return;
    if (t.tagName === 'A') e.preventDefault();
    if (t.hasAttribute('data-theme-toggle')) { var n = root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark'; set('zj-theme', n); theme(n); labels(); }
    if (t.hasAttribute('data-keys-toggle')) { keysOn = !keysOn; set('zj-keys', keysOn ? 'on' : 'off'); labels(); }
    if (t.hasAttribute('data-copy-url') && navigator.clipboard) { navigator.clipboard.writeText(location.href); t.textContent = zh ? '已复制' : 'Copied'; }
    if (t.hasAttribute('data-print')) window.print();
  });

  function show(x) {
    if (x.tabIndex < 0) x.tabIndex = -1;
    x.focus({ preventScroll: true });
    x.scrollIntoView({ block: 'nearest' });
  }
  function here() {
    var a = document.activeElement;
    return (a && a.closest('[data-row]')) || document.querySelector('[data-row][aria-current=true]');
  }
  function move(step) {
    var r = Array.prototype.slice.call(document.querySelectorAll('[data-row]'));
    if (r.length) show(r[Math.max(0, Math.min(r.length - 1, r.indexOf(here()) + step))]);
  }
  function press(t) {
    if (/^(A|BUTTON|SUMMARY)$/.test(t.tagName) || t.type === 'radio' || t.type === 'checkbox') { t.focus(); t.click(); }
    else if (/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName)) { t.focus(); if (t.select) t.select(); }
    else show(t);
  }
  function named(attribute, k) { return document.querySelector('[' + attribute + '="' + k.replace(/["\\]/g, '\\$&') + '"]'); }

  document.addEventListener('keydown', function (e) {
    var k = e.key, t = e.target;
    if (e.ctrlKey && k === 'Enter') {
      var f = t.closest('form[method=post]') || document.querySelector('main form[method=post]');
      if (f && f.requestSubmit) { e.preventDefault(); f.requestSubmit(); }
      return;
    }
    if (k === 'Escape') pending = false;
    if (!keysOn || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || k.length !== 1) return;
    if (t.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName) && t.type !== 'radio' && t.type !== 'checkbox')) return;

    /* "g" waits for the next key without a time limit (WCAG 2.2.1): slow hands and slow machines get there too */
    var after = pending ? named('data-go', k) : null;
    pending = false;
    if (after) { e.preventDefault(); after.click(); return; }
    if (k === 'g') { pending = true; return; }

    /* a page that has its own use for a key goes first: in the reader j is the next page and / searches in the file */
    var row, act = named('data-key', k);
    if (act) { e.preventDefault(); press(act); return; }
    if (k === '/') act = document.getElementById('q');
    else if (k === '?') act = document.getElementById('keys');
    else if (k === 'j') move(1);
    else if (k === 'k') move(-1);
    else if (k === 'o') { row = here(); act = row && (row.tagName === 'A' ? row : row.querySelector('a')); }
    else if (k === 'a' && (row = here())) act = row.querySelector('.zj-do');
    else if (k === 'e') {
      var why = document.querySelectorAll('details.zj-why'), open = !Array.prototype.every.call(why, function (d) { return d.open; });
      all('details.zj-why', function (d) { d.open = open; });
    }
    if (act) { e.preventDefault(); press(act); }
  });
})();

/* Large files go in pieces: after a break or a reload the same file, chosen again, goes on where it stood. Without this the form is sent as it is. */
(function () {
  'use strict';
  var zh = document.documentElement.lang.indexOf('zh') === 0, piece = 8 * 1024 * 1024;
  function kept(k, v) { try { if (v === undefined) return localStorage.getItem(k); if (v === null) localStorage.removeItem(k); else localStorage.setItem(k, v); } catch (e) { /* private mode */ } return null; }
  function ask(method, url, body, type, offset) {
    var headers = { 'X-Requested-With': 'zhijian', 'Accept-Language': zh ? 'zh' : 'en' };
    if (type) headers['Content-Type'] = type;
    if (offset !== undefined) headers['Upload-Offset'] = String(offset);
    return fetch(url, { method: method, body: body, headers: headers, credentials: 'same-origin' });
  }
  function wrong(answer) {
    return answer.json().then(function (p) {
      var errors = p.errors ? [].concat.apply([], Object.keys(p.errors).map(function (k) { return p.errors[k]; })) : [];
      var error = new Error(errors.join(' ') || [p.title || answer.status, p.detail].filter(Boolean).join(zh ? '，' : ': '));
      error.refused = answer.status >= 400 && answer.status < 500 && answer.status !== 429; /* to press again would not help */
      throw error;
    });
  }
  document.addEventListener('submit', function (e) {
    var form = e.target, base = form.getAttribute && form.getAttribute('data-upload'), file = base && form.elements.file.files[0];
    if (!file || !window.fetch) return;
    e.preventDefault();
    var bar = form.querySelector('progress'), says = form.querySelector('[data-upload-says]'), button = form.querySelector('button');
    var exhibit = form.elements.exhibit ? form.elements.exhibit.value : null, told = { name: file.name, size: file.size };
    ['on', 'exhibit', 'source'].forEach(function (f) { if (form.elements[f]) told[f] = form.elements[f].value || null; });
    /* the name of the file is not kept in the browser; a number of it tells the same file */
    var mark = 0, text = [base, file.name, file.size, file.lastModified, told.exhibit, told.source].join('|');
    for (var i = 0; i < text.length; i++) mark = (mark * 31 + text.charCodeAt(i)) | 0;
    var key = 'zj-upload-' + mark;
    function say(t) { says.hidden = false; says.textContent = t; }
    function begin() {
      return ask('POST', base, JSON.stringify(told), 'application/json')
        .then(function (a) { return a.ok ? a.json() : wrong(a); })
        .then(function (u) { kept(key, u.upload); return { url: base + '/' + u.upload, offset: 0 }; });
    }
    function where() {
      var id = kept(key);
      return !id ? begin() : ask('HEAD', base + '/' + id).then(function (a) {
        return a.ok ? { url: base + '/' + id, offset: Number(a.headers.get('Upload-Offset')) } : begin();
      });
    }
    function go(at) {
      bar.hidden = false;
      bar.value = Math.floor(100 * at.offset / file.size);
      say((zh ? '已上传 ' : 'Uploaded ') + bar.value + '%');
      if (at.offset >= file.size) return ask('POST', at.url + '/complete', '{}', 'application/json');
      return ask('PATCH', at.url, file.slice(at.offset, at.offset + piece), 'application/offset+octet-stream', at.offset).then(function (a) {
        if (!a.ok && a.status !== 409) return wrong(a);
        return go({ url: at.url, offset: Number(a.headers.get('Upload-Offset')) });
      });
    }
    button.disabled = true;
    where().then(go).then(function (a) {
      kept(key, null);
      return a.ok ? a.json() : wrong(a);
    }).then(function (done) {
      if (done.page) { location.assign(done.page); return; }
      location.assign(exhibit ? form.action.replace(/\/files.*$/, '/evidence') : form.action.replace(/\/files.*$/, '#documents'));
      if (!exhibit && location.hash === '#documents') location.reload();
    }).catch(function (error) {
      button.disabled = false;
      says.setAttribute('role', 'alert');
      say(error.refused ? (zh ? '不能上传：' : 'Not accepted: ') + error.message
        : (zh ? '没有传完：' : 'Not finished: ') + error.message + (zh ? '。再按一次即续传' : '. Press again to go on'));
    });
  });
})();

/* Suggestions under the search box (combobox of ARIA 1.2). Without this the form is sent as it is. */
(function () {
  'use strict';
  var box = document.querySelector('input[data-suggest]');
  if (!box || !window.fetch) return;
  var zh = document.documentElement.lang.indexOf('zh') === 0, list = document.createElement('ul'), at = -1, turn = 0, wait = 0;
  list.id = 'q-names';
  list.className = 'zj-suggest';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', zh ? '输入提示' : 'Suggestions');
  box.parentNode.appendChild(list);
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-expanded', 'false');

  function close() {
    list.hidden = true;
    list.textContent = '';
    at = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }
  function mark(to) {
    var all = list.children;
    if (at >= 0) all[at].setAttribute('aria-selected', 'false');
    at = to < -1 ? all.length - 1 : to >= all.length ? -1 : to;
    if (at < 0) { box.removeAttribute('aria-activedescendant'); return; }
    all[at].setAttribute('aria-selected', 'true');
    box.setAttribute('aria-activedescendant', all[at].id);
  }
  function take(option) {
    var name = option.getAttribute('data-name');
    box.value = /\s|^-|[:：]/.test(name) ? '"' + name.replace(/"/g, '') + '"' : name;
    close();
    box.form.submit();
  }
  function show(items) {
    close();
    items.forEach(function (item, i) {
      var option = document.createElement('li'), name = document.createElement('span'), kind = document.createElement('small');
      option.id = 'q-name-' + i;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.setAttribute('data-name', item.name);
      name.textContent = item.name;
      kind.textContent = (zh ? item.kindTitle.zh : item.kindTitle.en) + ' · ' + item.matters + (zh ? ' 件' : item.matters === 1 ? ' matter' : ' matters');
      option.appendChild(name);
      option.appendChild(kind);
      list.appendChild(option);
    });
    list.hidden = items.length === 0;
    box.setAttribute('aria-expanded', String(items.length > 0));
  }
  function ask() {
    var mine = ++turn, typed = box.value.trim();
    clearTimeout(wait);
    if (!typed) { close(); return; }
    wait = setTimeout(function () {
      fetch(box.getAttribute('data-suggest') + '?q=' + encodeURIComponent(typed), { credentials: 'same-origin' })
        .then(function (a) { return a.ok ? a.json() : { items: [] }; })
        .then(function (found) { if (mine === turn && document.activeElement === box) show(found.items); }, close);
    }, 150);
  }
  box.addEventListener('input', function (e) { if (!e.isComposing) ask(); });
  box.addEventListener('compositionend', ask);
  box.addEventListener('blur', function () { turn++; close(); });
  box.addEventListener('keydown', function (e) {
    if (list.hidden || e.isComposing) return;
    if (e.key === 'ArrowDown') { e.preventDefault(); mark(at + 1); }
    else if (e.key === 'ArrowUp') { e.preventDefault(); mark(at - 1); }
    else if (e.key === 'Escape') { e.preventDefault(); close(); }
    else if (e.key === 'Enter' && at >= 0) { e.preventDefault(); take(list.children[at]); }
  });
  /* before the box loses the focus, which would close the list */
  list.addEventListener('mousedown', function (e) {
    var option = e.target.closest('[role=option]');
    e.preventDefault();
    if (option) take(option);
  });
})();

/* The reader: what is selected in the text of a page is what is marked. Without this its first and last words are typed. */
(function () {
  'use strict';
  var zh = document.documentElement.lang.indexOf('zh') === 0;
  document.addEventListener('selectionchange', function () {
    var form = document.querySelector('form[data-mark]'), box = document.querySelector('[data-passage]'), selection = window.getSelection();
    if (!form || !box || !selection.rangeCount || selection.isCollapsed) return;
    var range = selection.getRangeAt(0), before = document.createRange();
    if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return;
    before.setStart(box, 0);
    before.setEnd(range.startContainer, range.startOffset);
    var text = range.toString(), says = form.querySelector('[data-selected]');
    [['start', before.toString().length], ['count', text.length]].forEach(function (f) { form.elements[f[0]].value = f[1]; form.elements[f[0]].disabled = false; });
    says.hidden = false;
    says.textContent = (zh ? '已选 ' : 'Selected: ') + '“' + (text.length > 60 ? text.slice(0, 60) + '…' : text) + '”';
    form.querySelectorAll('[data-typed]').forEach(function (f) { f.hidden = true; });
  });
})();
