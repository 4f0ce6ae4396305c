import { fold } from '../gazetteer/fold.ts';
import type { Gazetteer } from '../gazetteer/read.ts';
import type { Article, Place } from '../types.ts';

/** What an outlet's address and name tell of where it writes from and for. */
export interface OutletHome {
  /** The town that it sits in. */
  town: Place | null;
  /** ISO country code: the town's, or that of a national domain; empty when neither is known. */
  countryCode: string;
  /** Its domain and name as one run of small letters, in which a town's name may hide: "gainesvilleregister". */
  label: string;
}

const HOST = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(?<host>[^/:?#]+)/i;

/** Where an article's outlet is at home. */
export function outletHome(article: Article, gazetteer: Gazetteer): OutletHome {
  const host = (article.url ?? '').match(HOST)?.groups?.host?.toLowerCase() ?? '';
  const town = townOf(host, gazetteer) ?? townOf(article.source.toLowerCase(), gazetteer);
  const parts = host.split('.');
  const national = parts.length > 1 ? (NATIONAL.get(parts.at(-1) ?? '') ?? '') : '';
  const label = fold(`${parts.slice(0, -1).join('')}${article.source}`).replaceAll(' ', '');
  return { town, countryCode: town?.countryCode || national, label };
}

/** By the whole host, then without its subdomains: "weekly.ahram.org.eg" is "ahram.org.eg". */
function townOf(host: string, gazetteer: Gazetteer): Place | null {
  const parts = host.split('.');
  for (let from = 0; from < parts.length - 1; from++) {
    const town = gazetteer.outlet(parts.slice(from).join('.'));
    if (town) return town;
  }
  return null;
}

/** Domains of countries that are written otherwise than their ISO codes, or that are sold to all the world. */
const NATIONAL = new Map(
  `uk:GB ie:IE au:AU ca:CA nz:NZ za:ZA in:IN pk:PK bd:BD lk:LK np:NP ng:NG gh:GH ke:KE ug:UG tz:TZ zw:ZW zm:ZM eg:EG
   il:IL lb:LB jo:JO sy:SY iq:IQ ir:IR tr:TR sa:SA ae:AE qa:QA kw:KW bh:BH om:OM ye:YE ps:PS ge:GE am:AM az:AZ ru:RU
   ua:UA by:BY pl:PL cz:CZ sk:SK hu:HU ro:RO bg:BG gr:GR cy:CY mt:MT it:IT fr:FR be:BE nl:NL de:DE at:AT ch:CH es:ES
   pt:PT se:SE no:NO dk:DK fi:FI ee:EE lv:LV lt:LT is:IS rs:RS hr:HR ba:BA mk:MK al:AL jp:JP kr:KR cn:CN tw:TW hk:HK
   sg:SG my:MY th:TH vn:VN ph:PH id:ID mm:MM kh:KH mx:MX br:BR ar:AR cl:CL pe:PE ve:VE jm:JM tt:TT af:AF kz:KZ uz:UZ`
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)]),
);
