import { Injectable } from '@nestjs/common';
import { PatientsService } from '../patients/index.js';
import { type Ctx, PrintRoom } from '../platform/index.js';
import { InvoiceStateError } from './billing.errors.js';
import { InvoiceRecords } from './invoice-records.js';
import { documentFile, receiptDocument } from './receipt/receipt-document.js';

@Injectable()
export class ReceiptsService {
  constructor(
    private readonly invoices: InvoiceRecords,
    private readonly patients: PatientsService,
    private readonly printRoom: PrintRoom,
  ) {}

  /** The invoice, or its receipt once it is paid, in the patient's language, from what it kept at issue; not for a caller who is `gone`. */
  async pdf(ctx: Ctx, invoiceId: string, gone?: AbortSignal): Promise<{ file: Buffer; name: string }> {
    const row = await this.invoices.get(ctx, invoiceId);
    if (!row.snapshot || row.number === null) throw new InvoiceStateError(row.status, 'printed');
    const { locale } = await this.patients.get(ctx, row.patientId);
    return {
      file: await this.printRoom.print(ctx, receiptDocument(row, row.snapshot, locale), gone),
      name: documentFile(row, locale),
    };
  }
}
