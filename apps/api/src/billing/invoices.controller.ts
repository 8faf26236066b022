import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Allow,
  ApiPage,
  Context,
  type Ctx,
  hungUp,
  IfMatch,
  type IfMatchValue,
  OptionalIfMatch,
  RequireIdempotencyKey,
} from '../platform/index.js';
import { InvoicesQuery, InvoiceAppointmentDto, ListedInvoiceDto, UpdateDraftDto, VoidInvoiceDto } from './invoices.dto.js';
import { type InvoicedAppointment, InvoicesService } from './invoices.service.js';
import { PaymentReversals } from './payment-reversals.js';
import { ReceivePaymentDto, ReversePaymentDto } from './payments.dto.js';
import { PaymentsService } from './payments.service.js';
import { ReceiptsService } from './receipts.service.js';

@Controller()
export class InvoicesController {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly payments: PaymentsService,
    private readonly reversals: PaymentReversals,
    private readonly receipts: ReceiptsService,
  ) {}

  /** 201 with the appointment's invoice, 200 with the same one where it was there already. */
  @Post('appointments/:id/invoice')
  @Allow('invoice:write')
  async ofAppointment(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: InvoiceAppointmentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(await this.invoices.fromAppointment(ctx, id, dto), reply);
  }

  /** The one call from a signed note to its issued invoice; 200 with the same one on a repeat. */
  @Post('notes/:id/invoice')
  @Allow('invoice:write')
  async ofNote(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: InvoiceAppointmentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(await this.invoices.fromNote(ctx, id, dto), reply);
  }

  @Get('invoices')
  @Allow('invoice:read')
  @ApiPage(ListedInvoiceDto)
  list(@Context() ctx: Ctx, @Query() query: InvoicesQuery) {
    return this.invoices.list(ctx, query);
  }

  @Get('invoices/:id')
  @Allow('invoice:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.invoices.get(ctx, id);
  }

  /** Replaces the lines of a draft. */
  @Patch('invoices/:id')
  @Allow('invoice:write')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateDraftDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.invoices.updateDraft(ctx, id, dto, ifMatch);
  }

  @Post('invoices/:id/issue')
  @Allow('invoice:write')
  @HttpCode(200)
  issue(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.invoices.issue(ctx, id, ifMatch);
  }

  /** Puts a draft out of the way; it is in no list any more, and its appointment can be invoiced anew. */
  @Post('invoices/:id/discard')
  @Allow('invoice:write')
  @HttpCode(200)
  discard(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.invoices.discard(ctx, id, ifMatch);
  }

  /** Brings a discarded draft back, as its appointment is now. */
  @Post('invoices/:id/restore')
  @Allow('invoice:write')
  @HttpCode(200)
  restore(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.invoices.restore(ctx, id, ifMatch);
  }

  /** Takes back an invoice on which nothing was paid; its number stays taken. */
  @Post('invoices/:id/void')
  @Allow('invoice:write')
  @HttpCode(200)
  void(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: VoidInvoiceDto) {
    return this.invoices.void(ctx, id, dto);
  }

  @Post('invoices/:id/payments')
  @Allow('payment:write')
  @RequireIdempotencyKey()
  pay(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: ReceivePaymentDto) {
    return this.payments.receive(ctx, id, dto);
  }

  @Get('payments/:id')
  @Allow('invoice:read')
  payment(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.payments.get(ctx, id);
  }

  /** Takes back, on its own day, a payment that was a mistake: the invoice is owed again. No money is given back by it. */
  @Post('payments/:id/reverse')
  @Allow('payment:write')
  @RequireIdempotencyKey()
  @HttpCode(200)
  async reverse(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: ReversePaymentDto) {
    await this.reversals.reverse(ctx, id, dto);
    return this.payments.get(ctx, id);
  }

  /** The invoice on paper, which is a receipt for the patient's insurer once it is paid; a browser shows it, so that it can be printed at once. */
  @Get('invoices/:id/pdf')
  @Allow('invoice:read')
  async pdf(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, name } = await this.receipts.pdf(ctx, id, hungUp(reply));
    return new StreamableFile(file, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
  }
}

function answer({ invoice, created }: InvoicedAppointment, reply: FastifyReply) {
  void reply.status(created ? 201 : 200);
  return invoice;
}
