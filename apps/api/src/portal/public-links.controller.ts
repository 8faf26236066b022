import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { type IfMatchValue, OptionalIfMatch, Public, RateLimit, RequestedBy, type Requester } from '../platform/index.js';
import { PublicLinkDto } from '../scheduling/index.js';
import { LinkActionDto } from './public-links.dto.js';
import { PublicLinksService } from './public-links.service.js';

/** Behind a patient's link: seeing is GET, doing is POST. Each kind of link answers with what its module shows; the description names them. */
@Controller('public/links')
@Public()
@RateLimit('links')
export class PublicLinksController {
  constructor(private readonly links: PublicLinksService) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  @ApiOkResponse({ type: PublicLinkDto })
  show(@Param('token') token: string, @RequestedBy() requester: Requester): Promise<object> {
    return this.links.show('links', token, requester);
  }

  /** The appointment for the patient's calendar; taking it changes nothing. */
  @Get(':token/calendar.ics')
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="appointment.ics"')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  calendar(@Param('token') token: string, @RequestedBy() requester: Requester): Promise<string> {
    return this.links.calendar('links', token, requester);
  }

  @Post(':token/:action')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: PublicLinkDto })
  act(
    @Param('token') token: string,
    @Param('action') action: string,
    @Body() dto: LinkActionDto,
    @OptionalIfMatch() ifMatch: IfMatchValue,
    @RequestedBy() requester: Requester,
  ): Promise<object> {
    // `*` names nothing that was shown.
    const shown = dto.version ?? (ifMatch === '*' ? undefined : ifMatch);
    return this.links.act('links', token, action, shown, requester);
  }
}
