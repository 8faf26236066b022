import { type DomainEvent, languageOf, localeOf } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChartNotices } from '../../clinical/index.js';
import { On, type TxCtx } from '../../platform/index.js';
import { appointmentTime } from '../sending/appointment-time.js';
import { type Composed, toContent } from '../sending/content.js';
import { STAFF_MAILS } from '../templates/default-templates.js';
import { plainName } from '../templates/render.js';
import { ofSubject, planMail, TO_STAFF } from './mail-to-staff.js';
import { MessageKinds } from './message-kinds.js';

/**
 * To those who look into it: somebody opened a chart without an appointment. Void where the opening or its reader is not there any more.
 * They alone may know that there is such a mail; whoever else reads messages may work at the desk.
 */
@Injectable()
export class ChartOpenedKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly notices: ChartNotices,
  ) {}

  onModuleInit(): void {
    const prepare = ofSubject(async (ctx, id, reader) => (reader ? this.compose(ctx, id, reader) : undefined));
    this.kinds.add({ chart_opened: { ...TO_STAFF, seen: { by: 'audit:read' }, prepare } });
  }

  @On('chart.opened')
  async mailPrivacyOwnersWhenChartIsOpened(ctx: TxCtx, { payload }: DomainEvent<'chart.opened'>): Promise<void> {
    const readers = await this.notices.readers(ctx, payload.userId);
    for (const reader of readers) await planMail(ctx, 'chart_opened', payload.chartAccessId, reader);
  }

  private async compose(ctx: TxCtx, chartAccessId: string, reader: string): Promise<Composed | undefined> {
    const notice = await this.notices.mail(ctx, chartAccessId, reader);
    if (!notice) return undefined;
    const { email, firstName, clinicName, locale, country, url, who, at, timeZone } = notice;
    const language = languageOf(locale);
    const values = {
      firstName: plainName(firstName),
      clinic: plainName(clinicName),
      practitioner: plainName(who),
      link: url,
      ...appointmentTime(at, timeZone, localeOf(locale, country), 'email'),
    };
    const content = toContent(email, STAFF_MAILS.chart_opened[language], values, language, 'email');
    return { content, kept: content };
  }
}
