import { Body, Controller, Get, Header, HttpCode, Param, Post, Redirect } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { AnyOrigin, Config, Public, RateLimit, RequestedBy, type Requester } from '../platform/index.js';
import { PublicEmailsDto } from '../patients/index.js';
import { assertOneClick } from './one-click.js';
import { PublicLinksService } from './public-links.service.js';

/** The way out of a clinic's e-mails, by the link in each: seeing is GET, doing is POST. */
@Controller('public/emails')
@Public()
@RateLimit('links')
export class PublicEmailsController {
  constructor(
    private readonly links: PublicLinksService,
    private readonly config: Config,
  ) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: PublicEmailsDto })
  show(@Param('token') token: string, @RequestedBy() requester: Requester): Promise<object> {
    return this.links.show('emails', token, requester);
  }

  /** For a mail program that opens the address in a browser: the page, where a person may press. Nothing is looked up. */
  @Get(':token/one-click')
  @HttpCode(302)
  @Redirect()
  @ApiResponse({ status: 302, description: 'To the page of the link' })
  open(@Param('token') token: string): { url: string } {
    return { url: `${this.config.publicUrl}/emails/${encodeURIComponent(token)}` };
  }

  /** What a mailbox’s own provider posts when its button is pressed (RFC 8058): from its site, without cookies. */
  @Post(':token/one-click')
  @HttpCode(200)
  @AnyOrigin()
  @RateLimit('button')
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { 'List-Unsubscribe': { type: 'string', enum: ['One-Click'] } } } })
  async oneClick(@Param('token') token: string, @Body() form: object, @RequestedBy() requester: Requester): Promise<void> {
    assertOneClick(form);
    await this.links.act('emails', token, 'stop', undefined, requester);
  }

  /** No e-mail of the clinic to this address begins to leave after the answer; again is no error. */
  @Post(':token/stop')
  @HttpCode(200)
  @ApiOkResponse({ type: PublicEmailsDto })
  stop(@Param('token') token: string, @RequestedBy() requester: Requester): Promise<object> {
    return this.links.act('emails', token, 'stop', undefined, requester);
  }

  /** Takes back what was stopped here; what was refused at the clinic stays refused. */
  @Post(':token/start')
  @HttpCode(200)
  @ApiOkResponse({ type: PublicEmailsDto })
  start(@Param('token') token: string, @RequestedBy() requester: Requester): Promise<object> {
    return this.links.act('emails', token, 'start', undefined, requester);
  }
}
