/* eslint-disable no-extend-native -- doing it is what this file is for */
// What libraries of 2005 to 2015 did to a page: additions that `for … in` meets, and methods of their own under the names of today’s.
Object.prototype.own = function own() { return this; };
Object.prototype.extend = function extend(more) { for (const name in more) this[name] = more[name]; return this; };
Array.prototype.each = function each(call) { for (let i = 0; i < this.length; i++) call(this[i], i); };
Array.prototype.first = function first() { return this[0]; };
Array.prototype.contains = function contains(one) { return this.indexOf(one) >= 0; };
String.prototype.strip = function strip() { return this.replace(/^\s+|\s+$/g, ''); };
Function.prototype.bindAsEventListener = function bindAsEventListener(on) { const call = this; return (event) => call.call(on, event || window.event); };
Element.prototype.hide = function hide() { this.style.display = 'none'; return this; };
Element.prototype.update = function update(text) { this.textContent = text; return this; };
// Prototype 1.5 and 1.6: without care, every list becomes a text when it is sent.
Array.prototype.toJSON = function toJSON() { return '[' + this.map(function (one) { return JSON.stringify(one); }).join(', ') + ']'; };
// MooTools kept its own Array.from, which wraps what is no list.
Array.from = function from(one) { return (one === null || one === undefined) ? [] : one.length === undefined || typeof one === 'string' ? [one] : Array.prototype.slice.call(one); };
// A promise library that replaces the one of the language.
(function () {
  const Native = window.Promise;
  window.Promise = class Promise extends Native { done() { return this; } };
})();
// Watchers of errors and of traffic wrap what the network goes through.
(function () {
  const fetch = window.fetch;
  window.fetch = function (address, options) { return fetch.call(window, address, options).then(function (answer) { return answer; }); };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (name, call, options) { return listen.call(this, name, call, options); };
})();
