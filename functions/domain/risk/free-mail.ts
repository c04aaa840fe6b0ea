/** Mail providers whose mailboxes belong to millions of people, the world over: there a domain is nobody's. General knowledge, November 2026. */
const everybodys: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'ymail.com'],
  ...['aol.com', 'icloud.com', 'me.com', 'mac.com', 'proton.me', 'protonmail.com', 'zoho.com', 'mail.com', 'gmx.com'],
  ...['gmx.de', 'gmx.net', 'web.de', 't-online.de', 'freenet.de', 'orange.fr', 'free.fr', 'laposte.net', 'libero.it'],
  ...['yahoo.co.uk', 'yahoo.com.mx', 'yahoo.com.br', 'yahoo.co.jp', 'yahoo.co.in', 'yahoo.fr', 'yahoo.de', 'yahoo.es'],
  ...[
    'hotmail.co.uk',
    'hotmail.fr',
    'hotmail.es',
    'outlook.es',
    'live.com.mx',
    'uol.com.br',
    'bol.com.br',
    'terra.com.br',
  ],
  ...['mail.ru', 'yandex.ru', 'yandex.com', 'qq.com', 'foxmail.com', '163.com', '126.com', 'yeah.net', 'sina.com'],
  ...['sohu.com', 'aliyun.com', '139.com', '189.cn', 'naver.com', 'daum.net', 'hanmail.net', 'rediffmail.com'],
  ...[
    'comcast.net',
    'att.net',
    'verizon.net',
    'sbcglobal.net',
    'bellsouth.net',
    'cox.net',
    'charter.net',
    'tutanota.com',
  ],
]);

export const isFreeMail = (domain: string): boolean => everybodys.has(domain.toLowerCase());
