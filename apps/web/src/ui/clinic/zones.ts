import { formatInZone, type FormatLocale } from '@keel/calendar';
import type { Country } from '@keel/contracts';
import { wordsOf, hasWord, keysOf } from '../../i18n/words.js';
import { zoneWords } from './zone-words.js';

/** The zones of each province and state, that of most people first. */
const ZONES: Readonly<Record<Country, Readonly<Record<string, readonly string[]>>>> = {
  CA: {
    AB: ['America/Edmonton'],
    BC: ['America/Vancouver', 'America/Edmonton', 'America/Dawson_Creek', 'America/Fort_Nelson', 'America/Creston'],
    MB: ['America/Winnipeg'],
    NB: ['America/Moncton'],
    NL: ['America/St_Johns', 'America/Goose_Bay'],
    NS: ['America/Halifax', 'America/Glace_Bay'],
    NT: ['America/Yellowknife', 'America/Inuvik'],
    NU: ['America/Iqaluit', 'America/Rankin_Inlet', 'America/Resolute', 'America/Cambridge_Bay'],
    ON: ['America/Toronto', 'America/Winnipeg', 'America/Atikokan'],
    PE: ['America/Halifax'],
    QC: ['America/Toronto', 'America/Halifax', 'America/Blanc-Sablon'],
    SK: ['America/Regina', 'America/Swift_Current', 'America/Edmonton'],
    YT: ['America/Whitehorse', 'America/Dawson'],
  },
  US: {
    AK: ['America/Anchorage', 'America/Adak'],
    AZ: ['America/Phoenix', 'America/Denver'],
    HI: ['Pacific/Honolulu'],
    PR: ['America/Puerto_Rico'],
    ID: ['America/Boise', 'America/Los_Angeles'],
    IN: ['America/Indiana/Indianapolis', 'America/Chicago'],
    KY: ['America/New_York', 'America/Kentucky/Louisville', 'America/Chicago'],
    MI: ['America/Detroit', 'America/Menominee'],
    FL: ['America/New_York', 'America/Chicago'],
    TN: ['America/Chicago', 'America/New_York'],
    TX: ['America/Chicago', 'America/Denver'],
    OR: ['America/Los_Angeles', 'America/Boise'],
    ...sharing(['America/New_York'], 'CT DE DC GA ME MD MA NH NJ NY NC OH PA RI SC VT VA WV'),
    ...sharing(['America/Chicago'], 'AL AR IL IA LA MN MS MO OK WI'),
    ...sharing(['America/Chicago', 'America/Denver'], 'KS NE ND SD'),
    ...sharing(['America/Denver'], 'CO MT NM UT WY'),
    ...sharing(['America/Los_Angeles'], 'CA NV WA'),
  },
};

function sharing(zones: readonly string[], regions: string): Record<string, readonly string[]> {
  return Object.fromEntries(regions.split(' ').map((region) => [region, zones]));
}

/** The zones that clocks keep in a province or state; empty where there is no such region. */
export function zonesOf(country: Country, region: string): readonly string[] {
  return ZONES[country][region] ?? [];
}

/** Every zone of both countries once, from east to west. */
export const everyZone = (): readonly string[] => keysOf(zoneWords);

/** "Vancouver, Victoria – now 2:30 p.m.": a wrong choice is seen at a glance. A zone elsewhere is called by its own name. */
export function zoneLabel(zone: string, locale: FormatLocale, now: string): string {
  return `${zoneName(zone)} – ${now} ${formatInZone(Date.now(), zone, locale, 'time')}`;
}

export function zoneName(zone: string): string {
  return hasWord(zoneWords, zone) ? wordsOf(zoneWords)(zone) : zone.replaceAll('_', ' ');
}
