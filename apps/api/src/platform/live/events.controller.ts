import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../context/ctx.js';
import { Allow, Context } from '../context/decorators.js';
import { assertShown } from '../context/shown.js';
import { EventStreams } from './event-streams.js';
import { EventsQueryDto, LiveEventDto } from './events.dto.js';

@Controller('events')
export class EventsController {
  constructor(private readonly streams: EventStreams) {}

  /**
   * What happens in the clinic, as server-sent events (LiveEventDto), of the kinds that the caller may read.
   * `ready` comes first; `resync` means that something may have been missed: read anew what is on the screen; `end` that the
   * session is over. It never keeps a session alive.
   */
  @Get()
  @Allow()
  @ApiExtraModels(LiveEventDto)
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  async listen(
    @Context() ctx: Ctx,
    @Query() query: EventsQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    assertShown(ctx, query);
    return this.streams.open(ctx, request, reply);
  }
}
