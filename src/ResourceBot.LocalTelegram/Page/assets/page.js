// Starts the page: who is shown, and what happens to whom.

import * as api from './api.js';
import { PeopleBar } from './people.js';
import { Phone } from './phone.js';
import { Weather } from './weather.js';

const table = document.getElementById('table');
const offline = document.getElementById('offline');
const phones = new Map();
const bar = new PeopleBar(document.getElementById('people'), lay);
const weather = new Weather(document.getElementById('weather'), document.getElementById('weather-button'), () => bar.people);

/** Puts the chosen phones side by side, in the order of the people; those that stay are not touched. */
function lay(ids, added) {
  for (const [id, phone] of phones) {
    if (ids.includes(id)) continue;
    phone.column.remove();
    phones.delete(id);
  }
  for (const person of bar.people) {
    if (!ids.includes(person.id)) continue;
    if (!phones.has(person.id)) phones.set(person.id, opened(person));
    const { column } = phones.get(person.id);
    const next = [...table.children].find(other => Number(other.dataset.person) > person.id);
    if (column.parentNode !== table) table.insertBefore(column, next ?? null);
  }
  if (added) phones.get(added).column.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

function opened(person) {
  const phone = new Phone(person);
  phone.load().catch(showOffline);
  return phone;
}

function showOffline() {
  offline.hidden = false;
}

async function start() {
  const people = await api.people();
  offline.hidden = true;
  weather.forget();
  const before = [...phones.values()];
  const known = new Map(bar.people.map(person => [person.id, person.name]));
  if (people.length !== known.size || people.some(person => known.get(person.id) !== person.name)) bar.set(people);
  for (const phone of before) phone.load().catch(showOffline);
}

const toPhone = deed => told => {
  const phone = phones.get(told.person);
  if (phone) deed(phone, told);
};

api.follow(
  {
    message: toPhone((phone, told) => phone.show(told.message)),
    deleted: toPhone((phone, told) => phone.remove(told.message_id)),
    notice: toPhone((phone, told) => phone.notice(told)),
    notification: told => {
      phones.get(told.person)?.notify(told);
      bar.news(told.person);
    },
    commands: () => phones.forEach(phone => phone.load().catch(showOffline)),
    people: told => told.person ? phones.get(told.person)?.load().catch(showOffline) : start().catch(showOffline),
  },
  () => start().catch(showOffline),
  showOffline);
