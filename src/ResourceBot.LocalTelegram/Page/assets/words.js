// The few words that her app itself says, in the language of her app. Everything else on a phone comes from the bot.

const english = {
  code: 'en', locale: 'en-GB', day: { month: 'long', day: 'numeric' },
  message: 'Message', send: 'Send', start: 'Start', unblock: 'Unblock', edited: 'edited', menu: 'Menu', ok: 'OK', cancel: 'Cancel',
  open: 'Open', openLink: 'Open this link?', whatCan: 'What can this bot do?', bot: 'bot', today: 'Today', copied: 'Copied',
  notCopied: 'The browser did not let this be copied', attach: 'Attach', photo: 'Photo', voice: 'Voice message', contact: 'Contact',
  location: 'Location', sticker: 'Sticker', file: 'File', more: 'More', block: 'Block the bot', clear: 'Clear the chat',
  deepLink: 'Start through a link', deepLinkHint: 'What stands after ?start= in the link', quiet: 'Nothing on the lock screen',
  notSent: 'Not sent', empty: 'No messages here yet', leave: 'Delete the account',
  leaveHint: 'The account stays deleted until the local Telegram starts anew.', left: 'This account is deleted',
};

const dari = {
  code: 'fa', locale: 'fa-AF-u-nu-arabext', day: { month: 'long', day: 'numeric' },
  message: 'پیام', send: 'فرستادن', start: 'شروع', unblock: 'برداشتن بلاک', edited: 'ویرایش شده', menu: 'مینو', ok: 'درست', cancel: 'لغو',
  open: 'باز کردن', openLink: 'این لینک باز شود؟', whatCan: 'این ربات چه می‌تواند؟', bot: 'ربات', today: 'امروز', copied: 'کاپی شد',
  notCopied: 'کاپی نشد', attach: 'ضمیمه', photo: 'عکس', voice: 'پیام صوتی', contact: 'شمارهٔ تماس',
  location: 'موقعیت', sticker: 'استیکر', file: 'فایل', more: 'بیشتر', block: 'بلاک کردن ربات', clear: 'پاک کردن چت',
  deepLink: 'شروع از طریق لینک', deepLinkHint: 'آنچه در لینک بعد از \u200e?start=\u200e می‌آید', quiet: 'در صفحهٔ قفل چیزی نیست',
  notSent: 'فرستاده نشد', empty: 'هنوز پیامی نیست', leave: 'حذف حساب',
  leaveHint: 'این حساب تا شروع دوبارهٔ تلگرام محلی حذف می‌ماند.', left: 'این حساب حذف شده',
};

const pashto = {
  // Browsers have no Pashto dates: Dari ones, in digits alone, read the same.
  code: 'ps', locale: 'fa-AF-u-nu-arabext', day: { year: 'numeric', month: 'numeric', day: 'numeric' },
  message: 'پیغام', send: 'لېږل', start: 'پیل', unblock: 'بلاک لرې کول', edited: 'سم شوی', menu: 'مینو', ok: 'سمه ده', cancel: 'لغوه',
  open: 'پرانیستل', openLink: 'دا لینک پرانیزئ؟', whatCan: 'دا بوټ څه کولای شي؟', bot: 'بوټ', today: 'نن', copied: 'کاپي شو',
  notCopied: 'کاپي نه شو', attach: 'ضمیمه', photo: 'عکس', voice: 'غږیز پیغام', contact: 'د اړیکې شمېره',
  location: 'ځای', sticker: 'سټیکر', file: 'فایل', more: 'نور', block: 'بوټ بلاک کول', clear: 'چټ پاکول',
  deepLink: 'د لینک له لارې پیل', deepLinkHint: 'هغه څه چې په لینک کې له \u200e?start=\u200e وروسته راځي', quiet: 'پر قفل شوې پرده څه نشته',
  notSent: 'ونه لېږل شو', empty: 'لا پیغام نشته', leave: 'حساب ړنګول',
  leaveHint: 'دا حساب تر هغه ړنګ پاتې کېږي چې سیمه‌ییز ټلګرام بیا پیل شي.', left: 'دا حساب ړنګ شوی',
};

/** @param {string|null} language IETF tag of her app */
export function wordsFor(language) {
  const primary = (language ?? '').toLowerCase().split('-')[0];
  if (primary === 'fa' || primary === 'prs') return dari;
  if (primary === 'ps') return pashto;
  return english;
}

const formatters = new Map();

function formatter(locale, options) {
  const key = locale + JSON.stringify(options);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(locale, options));
  return formatters.get(key);
}

/** Hours and minutes of this machine's time zone, in her digits. */
export function clockTime(words, date) {
  return formatter(words.locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(date);
}

/** "Today" or the day. Dari and Pashto count it in the Afghan calendar. */
export function dayName(words, date) {
  if (date.toDateString() === new Date().toDateString()) return words.today;
  return formatter(words.locale, words.day).format(date);
}

/** Bytes as a person reads them. */
export function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
