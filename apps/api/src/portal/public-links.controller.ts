import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Public, RequestedBy, type Requester } from '../platform/index.js';
import { PublicLimiter } from './public-limiter.js';
import { PublicLinksService } from './public-links.service.js';

/** Behind a patient's link: seeing is GET, doing is POST. */
@Controller('public/links')
@Public()
export class PublicLinksController {
  constructor(
    private readonly links: PublicLinksService,
    private readonly limiter: PublicLimiter,
  ) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  show(@Param('token') token: string, @RequestedBy() requester: Requester) {
    this.limiter.count(requester.ip);
    return this.links.show(token, requester);
  }

  @Post(':token/:action')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  act(@Param('token') token: string, @Param('action') action: string, @RequestedBy() requester: Requester) {
    this.limiter.count(requester.ip);
    return this.links.act(token, action, requester);
  }
}
