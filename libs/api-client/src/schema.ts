// Generated from openapi.json by `npm run api-client`. Do not edit.
export interface paths {
    "/api/v1/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["alarmsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["deadLettersList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["deadLettersGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["deadLettersReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in the clinic, as server-sent events (LiveEventDto), of the kinds that the caller may read.
         *     `ready` comes first; `resync` means that something may have been missed: read anew what is on the screen; `end` that the
         *     session is over. It never keeps a session alive.
         */
        get: operations["eventsListen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workItemsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-items/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much is to be done, for a badge. */
        get: operations["workItemsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workItemsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["workItemsUpdate"];
        trace?: never;
    };
    "/api/v1/address-proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["addressProofsState"];
        put?: never;
        post: operations["addressProofsProve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-proof/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends another code, which makes the older one useless. */
        post: operations["addressProofsMailAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-proof/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Corrects an address that was mistyped at sign-up, and sends a code there. A proved one stays. */
        put: operations["addressProofsCorrect"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-proof/{token}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * By the link in the mail, on whatever device it is read. A browser that is not signed in to the account shows by the password of
         *     the sign-up that the account is its own, or makes it so by a new one.
         */
        post: operations["addressProofsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["apiKeysList"];
        put?: never;
        post: operations["apiKeysCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["apiKeysGet"];
        put?: never;
        post?: never;
        delete: operations["apiKeysRevoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the key the caller's own, for when its maker leaves: it goes on, with those of its scopes that the caller has, by a new
         *     secret, which the program is given instead of the former one.
         */
        post: operations["apiKeysAdopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["clinicsSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["clinicsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["clinicsUpdate"];
        trace?: never;
    };
    "/api/v1/session/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["factorsList"];
        put?: never;
        /** Begins a factor, which proves nothing until it is confirmed; or makes new recovery codes, which end the old ones. */
        post: operations["factorsBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/factors/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["factorsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/factors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["factorsRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["locationsList"];
        put?: never;
        post: operations["locationsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["locationsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["locationsUpdate"];
        trace?: never;
    };
    "/api/v1/session/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows once more who sits there; for ten minutes the session, under a new cookie, then opens what asks for it. */
        post: operations["ownAccountStepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/step-up/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What steps this session up, with a challenge for a passkey where there is one. */
        post: operations["ownAccountStepUpChoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person typed or pointed though nothing was asked of the API: the session counts it as use. Send it once a minute at most. */
        post: operations["ownAccountActive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets a new password; all other sessions end, and this one gets a new cookie. */
        put: operations["ownAccountChangePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own sessions, the newest first. */
        get: operations["ownAccountList"];
        put?: never;
        post?: never;
        /** Signs out everywhere else. */
        delete: operations["ownAccountEndOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ownAccountEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 202 whether or not the address is known: a link is on its way if it is. */
        post: operations["passwordResetsAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/{token}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the password, signs the person out everywhere, and stops keys and invitations of theirs; they sign in with the new one. */
        post: operations["passwordResetsComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["practitionersList"];
        put?: never;
        post: operations["practitionersAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practitioners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["practitionersGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["practitionersUpdate"];
        trace?: never;
    };
    "/api/v1/practitioners/{id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a new invitation to a practitioner who has not joined yet; the older link stops working. */
        post: operations["practitionersInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessionMe"];
        put?: never;
        post: operations["sessionSignIn"];
        delete: operations["sessionSignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a sign-in that was answered with `secondFactor`. After five wrong ones the password comes first again. */
        post: operations["sessionSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new challenge for a passkey, where the one of the sign-in was answered or is too old. */
        post: operations["sessionChoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/clinic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["sessionChoose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["signUpState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["staffList"];
        put?: never;
        post: operations["staffInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["staffGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["staffUpdate"];
        trace?: never;
    };
    "/api/v1/staff/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs the member out of this clinic everywhere, as where a device was lost; they may sign in again. */
        delete: operations["staffEndSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/sign-in-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For a member who has lost their second factors and recovery codes: ends their password, factors, sessions and the
         *     invitations they sent, stops their keys until an owner adopts them, and mails them a link for a new password. Owners alone do it, after they have made sure who asks.
         */
        post: operations["staffResetSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["patientsList"];
        put?: never;
        post: operations["patientsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["patientsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patientsUpdate"];
        trace?: never;
    };
    "/api/v1/patients/{id}/contact-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["patientsConsentHistory"];
        put?: never;
        post: operations["patientsRecordConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appointmentActionsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/arrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appointmentActionsArrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/unarrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appointmentActionsUnarrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appointmentActionsStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appointmentActionsComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A completed appointment is one that has arrived again; its invoice stays as it is. */
        post: operations["appointmentActionsReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appointmentActionsCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appointmentActionsNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/leave-unseen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appointmentActionsLeaveUnseen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/patient-told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody has told the patient what the clinic changed: the appointment as they saw it, so If-Match is needed. */
        post: operations["appointmentActionsPatientTold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/patient-not-told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** They have not, after all; it needs If-Match too. */
        post: operations["appointmentActionsPatientNotTold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/withdraw-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends every link to the appointment that was sent out; the appointment stays as it is. */
        post: operations["appointmentActionsWithdrawLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["appointmentsList"];
        put?: never;
        post: operations["appointmentsBook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["appointmentsListDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/untold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many appointments the clinic changed whose patients are still to be told, for a badge; `GET /appointments?untold=true` lists their appointments. */
        get: operations["appointmentsCountUntold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["appointmentsListNearest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["appointmentsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["appointmentsMove"];
        trace?: never;
    };
    "/api/v1/appointments/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back a cancellation, a no-show or that somebody left unseen: the appointment is as it was, while its time is free. */
        post: operations["appointmentsRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["availabilityFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["servicesList"];
        put?: never;
        post: operations["servicesCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["servicesGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["servicesUpdate"];
        trace?: never;
    };
    "/api/v1/services/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["servicesArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["servicesUnarchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["timeOffList"];
        put?: never;
        post: operations["timeOffCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-off/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["timeOffGet"];
        put?: never;
        post?: never;
        delete: operations["timeOffRemove"];
        options?: never;
        head?: never;
        patch: operations["timeOffUpdate"];
        trace?: never;
    };
    "/api/v1/practitioners/{id}/working-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workingHoursOfPractitioner"];
        /** New hours from a day on need no If-Match; replacing those that begin on the same day does. */
        put: operations["workingHoursSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/working-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workingHoursList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/working-hours/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workingHoursGet"];
        put?: never;
        post?: never;
        delete: operations["workingHoursRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allergies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["allergiesList"];
        put?: never;
        post: operations["allergiesCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allergies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["allergiesGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["allergiesUpdate"];
        trace?: never;
    };
    "/api/v1/patients/{id}/chart-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["chartAccessOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chart-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["chartAccessList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chart-access/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["chartAccessGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chart-access/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["chartAccessReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chart-access/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["chartAccessEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["chartGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/medications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["medicationsList"];
        put?: never;
        post: operations["medicationsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/medications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["medicationsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["medicationsUpdate"];
        trace?: never;
    };
    "/api/v1/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["notesList"];
        put?: never;
        post: operations["notesStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["notesOpen"];
        put: operations["notesReplaceDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["notesChangeDraft"];
        trace?: never;
    };
    "/api/v1/notes/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["notesVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notes/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notesShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notes/{id}/unshare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notesUnshare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notes/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notesSign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notes/{id}/addenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notesAmend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notes/{id}/entered-in-error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notesEnterInError"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/note-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["noteTemplatesList"];
        put?: never;
        post: operations["noteTemplatesCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/note-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["noteTemplatesGet"];
        put: operations["noteTemplatesUpdate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/note-templates/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["noteTemplatesVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["phrasesList"];
        put?: never;
        post: operations["phrasesCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phrases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["phrasesGet"];
        put?: never;
        post?: never;
        delete: operations["phrasesRemove"];
        options?: never;
        head?: never;
        patch: operations["phrasesUpdate"];
        trace?: never;
    };
    "/api/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["problemsList"];
        put?: never;
        post: operations["problemsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["problemsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["problemsUpdate"];
        trace?: never;
    };
    "/api/v1/patients/{id}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["balancesOfPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 201 with the appointment's invoice, 200 with the same one where it was there already. */
        post: operations["invoicesOfAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notes/{id}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The one call from a signed note to its issued invoice; 200 with the same one on a repeat. */
        post: operations["invoicesOfNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["invoicesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["invoicesGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Replaces the lines of a draft. */
        patch: operations["invoicesUpdate"];
        trace?: never;
    };
    "/api/v1/invoices/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invoicesIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a draft out of the way; it is in no list any more, and its appointment can be invoiced anew. */
        post: operations["invoicesDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a discarded draft back, as its appointment is now. */
        post: operations["invoicesRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back an invoice on which nothing was paid; its number stays taken. */
        post: operations["invoicesVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invoicesPay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["invoicesPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back, on its own day, a payment that was a mistake: the invoice is owed again. No money is given back by it. */
        post: operations["invoicesReverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice on paper, which is a receipt for the patient's insurer once it is paid; a browser shows it, so that it can be printed at once. */
        get: operations["invoicesPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ledgerAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ledgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest first. */
        get: operations["paymentsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminder-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reminderRulesList"];
        put?: never;
        post: operations["reminderRulesCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminder-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reminderRulesGet"];
        put?: never;
        post?: never;
        delete: operations["reminderRulesRemove"];
        options?: never;
        head?: never;
        patch: operations["reminderRulesUpdate"];
        trace?: never;
    };
    "/api/v1/message-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["messageTemplatesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["messageTemplatesGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["messageTemplatesUpdate"];
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["messagesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What staff must look into, for a badge. */
        get: operations["messagesAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["messagesGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["messagesResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which reminders of the appointment go, and why the others do not, as things stand. */
        get: operations["appointmentRemindersReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/twilio/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["twilioStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/twilio/inbound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers in TwiML, as Twilio wants it. */
        post: operations["twilioReceive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/emails/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["publicEmailsShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/emails/{token}/one-click": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For a mail program that opens the address in a browser: the page, where a person may press. Nothing is looked up. */
        get: operations["publicEmailsOpen"];
        put?: never;
        /** What a mailbox’s own provider posts when its button is pressed (RFC 8058): from its site, without cookies. */
        post: operations["publicEmailsOneClick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/emails/{token}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No e-mail of the clinic to this address begins to leave after the answer; again is no error. */
        post: operations["publicEmailsStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/emails/{token}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back what was stopped here; what was refused at the clinic stays refused. */
        post: operations["publicEmailsStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["publicLinksShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/links/{token}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The appointment for the patient's calendar; taking it changes nothing. */
        get: operations["publicLinksCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/links/{token}/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publicLinksAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["auditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the rows are as they were sealed: page by page from the first seal on. */
        get: operations["auditVerify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One box for all that the caller may read. */
        get: operations["searchFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["timelineList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AlarmDto: {
            /** @enum {string} */
            code: "audit_broken" | "backup_stale" | "dead_letters" | "disk_space" | "email_failing" | "event_backlog" | "log_not_archived" | "messages_late" | "refusals" | "sms_failing" | "stray_texts";
            /** @description The figure now, in the alarm's own unit: a count, seconds, mebibytes or percent. */
            value: number;
            /** @description From where on it is an alarm. */
            threshold: number;
        };
        AlarmsDto: {
            data: components["schemas"]["AlarmDto"][];
        };
        DeadLetterDto: {
            /**
             * @description Why, in one word.
             * @enum {string}
             */
            cause: "constraint" | "contention" | "database_unreachable" | "no_listener" | "not_found" | "program" | "rule" | "sealed" | "worker_lost";
            id: string;
            eventId: string;
            listener: string;
            /** @description The error's name and code; its message may quote a record and is not kept. */
            error: string;
            attempts: number;
            /** Format: date-time */
            failedAt: string;
            /**
             * Format: date-time
             * @description When it is tried again by itself; null once it was done or started again by somebody.
             */
            retryAt: string | null;
            /** Format: date-time */
            replayedAt: string | null;
            /**
             * Format: date-time
             * @description When it was done after all.
             */
            handledAt: string | null;
            version: number;
        };
        LiveEventDto: {
            /** @enum {string} */
            type: "account.alerted" | "address_news.due" | "address.proof_requested" | "appointment.answer_withdrawn" | "appointment.arrived" | "appointment.booked" | "appointment.cancelled" | "appointment.completed" | "appointment.confirmed" | "appointment.left_unseen" | "appointment.moved" | "appointment.no_show" | "appointment.patient_told" | "appointment.patient_untold" | "appointment.reopened" | "appointment.restored" | "appointment.started" | "appointment.unarrived" | "chart.opened" | "clinic.created" | "clinic.proved" | "contact_consent.recorded" | "invoice.balance_changed" | "invoice.issued" | "invoice.voided" | "message.delayed" | "message.delivered" | "message.failed" | "message.received" | "message.sent" | "message.unknown" | "note.amended" | "note.entered_in_error" | "note.signed" | "note.started" | "password.reset_requested" | "patient.created" | "patient.updated" | "payment.received" | "payment.reversed" | "practitioner.added" | "service.changed" | "staff.invited" | "staff.rights_changed" | "time_off.changed" | "working_hours.changed";
            /** @description Such as `appointmentId`, `patientId`, `practitionerId`. */
            ids: {
                [key: string]: string;
            };
            id: string;
            /** @description RFC 3339, UTC. */
            occurredAt: string;
        };
        WorkItemSubjectDto: {
            /** @description The first word of its routes. */
            kind: string;
            id: string;
        };
        WorkItemPatientDto: {
            firstName: string;
            lastName: string;
            preferredName: string | null;
        };
        WorkItemDto: {
            /** @enum {string} */
            kind: "chart_access_review" | "dead_letter" | "message_delayed" | "message_failed" | "message_held" | "message_received" | "message_unknown";
            id: string;
            /** @description What is to be done, in words. */
            title: string;
            /** @description What it is about: read it by its own routes, which ask for their own permission. */
            subject: components["schemas"]["WorkItemSubjectDto"];
            /** @description The route that does it, with the subject's id. */
            doneWith: string;
            /** @description The patient whom it is about; null where it is about none. */
            patient: components["schemas"]["WorkItemPatientDto"] | null;
            /** @description The login of the member whom it is about; null where it is about none. */
            memberId: string | null;
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description When it is too late to do anything; null where it never is.
             */
            lapsesAt: string | null;
            /**
             * Format: date-time
             * @description By when somebody wants it done.
             */
            dueAt: string | null;
            /** @description Whose it is; null while it is anybody's. */
            assigneeId: string | null;
            /**
             * Format: date-time
             * @description When it was done, or became too late.
             */
            doneAt: string | null;
            /** @description Whoever did it; null where it was done by itself. */
            doneBy: string | null;
            version: number;
        };
        WorkItemCountDto: {
            /** @enum {string} */
            kind: "chart_access_review" | "dead_letter" | "message_delayed" | "message_failed" | "message_held" | "message_received" | "message_unknown";
            /** @description How many are to be done. */
            count: number;
            /** @description How many of them are the caller's. */
            mine: number;
        };
        WorkItemCountsDto: {
            data: components["schemas"]["WorkItemCountDto"][];
        };
        UpdateWorkItemDto: {
            /** Format: date-time */
            dueAt?: string | null;
            /**
             * Format: uuid
             * @description The login of somebody who may do it; null gives it back to all.
             */
            assigneeId?: string | null;
        };
        AddressProofDto: {
            email: string;
            proved: boolean;
            /** @description Until then nothing leaves the clinic: what was written is held. */
            clinicProved: boolean;
            /**
             * Format: date-time
             * @description When an unproved clinic stops letting anybody in; null for a proved one.
             */
            closesAt: string | null;
            /**
             * Format: date-time
             * @description When another mail can be asked for; null once it is not needed any more.
             */
            nextMailAt: string | null;
        };
        ProveAddressDto: {
            /** @description The six digits of the newest mail. */
            code: string;
        };
        CorrectAddressDto: {
            /** Format: email */
            email: string;
        };
        ConfirmAddressDto: {
            /** @description That of the sign-up: nothing else changes. */
            password?: string;
            /** @description For who did not sign up, or does not know the password: it is set, and whatever was opened by the former one ends. */
            newPassword?: string;
        };
        CreateApiKeyDto: {
            /**
             * Format: date-time
             * @description An instant to come; a year from now by default.
             */
            expiresAt?: string | null;
            /** @description What the key is for, so that somebody can tell later whether it is still needed. */
            name: string;
            /**
             * @description Permissions by name, or `["*"]` for all that its maker may do. A scope to write includes reading back the record that is
             *     written, without the fields that these scopes do not open; anything else takes the scope to read.
             */
            scopes: ("*" | "api-key:manage" | "appointment:book" | "appointment:manage" | "appointment:read" | "audit:read" | "chart:read" | "chart:write" | "clinic:manage" | "clinic:read" | "dead-letter:manage" | "invoice:read" | "invoice:write" | "ledger:read" | "message:read" | "message:send" | "note-template:manage" | "note:sign" | "note:write" | "patient-details:read" | "patient:read" | "patient:write" | "payment:write" | "reminder:manage" | "report:read" | "schedule:manage" | "staff:manage" | "staff:read")[];
        };
        ApiKeyMakerDto: {
            userId: string;
            name: string;
        };
        CreatedApiKeyDto: {
            /** @description Shown this once; only its hash is kept. */
            key: string;
            id: string;
            name: string;
            scopes: ("api-key:manage" | "appointment:book" | "appointment:manage" | "appointment:read" | "audit:read" | "chart:read" | "chart:write" | "clinic:manage" | "clinic:read" | "dead-letter:manage" | "invoice:read" | "invoice:write" | "ledger:read" | "message:read" | "message:send" | "note-template:manage" | "note:sign" | "note:write" | "patient-details:read" | "patient:read" | "patient:write" | "payment:write" | "reminder:manage" | "report:read" | "schedule:manage" | "staff:manage" | "staff:read")[];
            /** @description What it may do now: of its scopes what its maker may do. */
            effectiveScopes: ("api-key:manage" | "appointment:book" | "appointment:manage" | "appointment:read" | "audit:read" | "chart:read" | "chart:write" | "clinic:manage" | "clinic:read" | "dead-letter:manage" | "invoice:read" | "invoice:write" | "ledger:read" | "message:read" | "message:send" | "note-template:manage" | "note:sign" | "note:write" | "patient-details:read" | "patient:read" | "patient:write" | "payment:write" | "reminder:manage" | "report:read" | "schedule:manage" | "staff:manage" | "staff:read")[];
            /** @description For whom it acts: who made or adopted it. Null where that was never a member. */
            maker: components["schemas"]["ApiKeyMakerDto"] | null;
            /**
             * @description `stopped`: its maker's access has ended, and no owner has adopted it. `factorless`: the clinic demands a second factor of the maker, who has none.
             * @enum {string}
             */
            status: "active" | "expired" | "factorless" | "revoked" | "stopped";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description Within five minutes; null where it was never used.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            version: number;
        };
        ApiKeyDto: {
            id: string;
            name: string;
            scopes: ("api-key:manage" | "appointment:book" | "appointment:manage" | "appointment:read" | "audit:read" | "chart:read" | "chart:write" | "clinic:manage" | "clinic:read" | "dead-letter:manage" | "invoice:read" | "invoice:write" | "ledger:read" | "message:read" | "message:send" | "note-template:manage" | "note:sign" | "note:write" | "patient-details:read" | "patient:read" | "patient:write" | "payment:write" | "reminder:manage" | "report:read" | "schedule:manage" | "staff:manage" | "staff:read")[];
            /** @description What it may do now: of its scopes what its maker may do. */
            effectiveScopes: ("api-key:manage" | "appointment:book" | "appointment:manage" | "appointment:read" | "audit:read" | "chart:read" | "chart:write" | "clinic:manage" | "clinic:read" | "dead-letter:manage" | "invoice:read" | "invoice:write" | "ledger:read" | "message:read" | "message:send" | "note-template:manage" | "note:sign" | "note:write" | "patient-details:read" | "patient:read" | "patient:write" | "payment:write" | "reminder:manage" | "report:read" | "schedule:manage" | "staff:manage" | "staff:read")[];
            /** @description For whom it acts: who made or adopted it. Null where that was never a member. */
            maker: components["schemas"]["ApiKeyMakerDto"] | null;
            /**
             * @description `stopped`: its maker's access has ended, and no owner has adopted it. `factorless`: the clinic demands a second factor of the maker, who has none.
             * @enum {string}
             */
            status: "active" | "expired" | "factorless" | "revoked" | "stopped";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description Within five minutes; null where it was never used.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            version: number;
        };
        OwnerDto: {
            /** Format: email */
            email: string;
            /** @description 10 to 200 characters; length is what makes a password strong. Common ones and those made of known names are refused. */
            password: string;
            firstName: string;
            lastName: string;
        };
        SignUpDto: {
            name: string;
            /** @description The clinic's address on the web: lower-case letters, digits and single hyphens, 3 to 60 characters. */
            slug: string;
            /** @description IANA name, such as `America/Toronto`. */
            timeZone: string;
            /** @enum {string} */
            country: "CA" | "US";
            /** @description Province or state, by its two letters. */
            region: string;
            /** @enum {string} */
            currency: "CAD" | "USD";
            /**
             * @description A language as the clinic's country writes it, or a tag of BCP 47 as such. Dates, times and money are written by it.
             * @enum {string}
             */
            locale: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            owner: components["schemas"]["OwnerDto"];
        };
        ClinicDto: {
            id: string;
            name: string;
            slug: string;
            timeZone: string;
            /** @enum {string} */
            country: "CA" | "US";
            region: string;
            /** @enum {string} */
            currency: "CAD" | "USD";
            /**
             * @description As it was stated.
             * @enum {string}
             */
            locale: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            phone: string | null;
            phoneExtension: string | null;
            phoneRemark: string | null;
            email: string | null;
            taxNumbers: {
                [key: string]: string;
            };
            cancellationNoticeHours: number;
            secondFactorRoles: ("admin" | "billing" | "front_desk" | "owner" | "practitioner")[];
            version: number;
        };
        UpdateClinicDto: {
            /**
             * Format: hours
             * @description Hours before an appointment until which a patient's cancellation is not late.
             */
            cancellationNoticeHours?: number;
            name?: string;
            /** Format: email */
            email?: string | null;
            /** @enum {string} */
            locale?: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            /** @description Roles whose members need a second factor before anything else opens; an owner sets it, after a step-up. */
            secondFactorRoles?: ("admin" | "billing" | "front_desk" | "owner" | "practitioner")[];
            /** @description Where and in what money, each until something depends on it; locations that were where the clinic was follow. */
            timeZone?: string;
            /** @enum {string} */
            country?: "CA" | "US";
            /** @description By its letters; of the country, this one or the one sent along. */
            region?: string;
            /** @enum {string} */
            currency?: "CAD" | "USD";
            /** @description Tax registration numbers as receipts print them, by tax name: `{ "GST/HST": "123456789 RT0001" }`. */
            taxNumbers?: {
                [key: string]: string;
            };
            /**
             * @description Any usual way of writing a number; without a country code it is one of Canada or the US. An extension and a remark typed
             *     with it (`514 555 0123 x 45, work`) are kept, unless the next two say otherwise.
             */
            phone?: string | null;
            phoneExtension?: string | null;
            /** @description What is noted beside the number; without one, what was written there before and cannot be read as a number. */
            phoneRemark?: string | null;
        };
        FactorDto: {
            /** @enum {string} */
            kind: "passkey" | "totp";
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        FactorsDto: {
            data: components["schemas"]["FactorDto"][];
            /** @description Recovery codes that were not used yet. */
            recoveryCodesLeft: number;
        };
        BeginFactorDto: {
            /**
             * @description An authenticator app, a passkey, or ten new recovery codes in place of the old ones.
             * @enum {string}
             */
            kind: "passkey" | "recovery" | "totp";
        };
        BegunFactorDto: {
            /** @description Of a passkey: for `navigator.credentials.create()`. */
            options?: {
                [key: string]: unknown;
            };
            /** @description Confirm it by POST /session/factors/{id}/confirm. */
            id?: string;
            /** @description Of an authenticator app: to be typed where a QR code cannot be read. */
            secret?: string;
            /** @description The same as a QR code shows it. */
            otpauthUri?: string;
            /** @description Of `recovery`: shown this once. */
            recoveryCodes?: string[];
        };
        ConfirmFactorDto: {
            /** @description What the browser's `navigator.credentials.create()` gave, as JSON. */
            passkey?: {
                [key: string]: unknown;
            };
            /** @description Of an authenticator app: the six digits that it shows. */
            code?: string;
            /** @description How its person calls it, such as "phone". */
            name?: string;
        };
        ConfirmedFactorDto: {
            /** @description Shown this once, with the first factor: each signs in once where the factor is lost. */
            recoveryCodes?: string[];
        };
        SessionUserDto: {
            id: string;
            email: string;
            firstName: string;
            lastName: string;
        };
        SessionClinicDto: {
            id: string;
            name: string;
            slug: string;
            timeZone: string;
            /** @enum {string} */
            country: "CA" | "US";
            region: string;
            /** @enum {string} */
            currency: "CAD" | "USD";
            /** @enum {string} */
            locale: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            /** @description False until its founder's address is proved: nothing leaves the clinic. */
            proved: boolean;
        };
        SessionDto: {
            user: components["schemas"]["SessionUserDto"];
            clinic: components["schemas"]["SessionClinicDto"];
            roles: ("admin" | "billing" | "front_desk" | "owner" | "practitioner")[];
            chartRight: boolean;
            /** @description Set where the person is a practitioner of this clinic. */
            practitionerId: string | null;
            permissions: ("api-key:manage" | "appointment:book" | "appointment:manage" | "appointment:read" | "audit:read" | "chart:read" | "chart:write" | "clinic:manage" | "clinic:read" | "dead-letter:manage" | "invoice:read" | "invoice:write" | "ledger:read" | "message:read" | "message:send" | "note-template:manage" | "note:sign" | "note:write" | "patient-details:read" | "patient:read" | "patient:write" | "payment:write" | "reminder:manage" | "report:read" | "schedule:manage" | "staff:manage" | "staff:read")[];
            /** @description After this long without use the session is over; asking this route is no use. */
            idleSeconds: number;
            /**
             * Format: date-time
             * @description When the session is over, however busy.
             */
            endsAt: string;
            /**
             * Format: date-time
             * @description Until when it opens what asks for a fresh proof of who sits there; null where POST /session/step-up comes first.
             */
            steppedUpUntil: string | null;
            /** @description What POST /session/step-up takes from this person. */
            stepUpMethods: ("passkey" | "password" | "recovery" | "totp")[];
            /** @description True where the clinic demands a second factor of this role: until there is one, nothing else is open. */
            mustEnrolFactor: boolean;
        };
        FactorChoiceDto: {
            /** @description For `navigator.credentials.get()`, where a passkey is among the methods; it is good for one answer. */
            passkeyOptions?: {
                [key: string]: unknown;
            };
            methods: ("passkey" | "recovery" | "totp")[];
        };
        SecondFactorWantedDto: {
            secondFactor: components["schemas"]["FactorChoiceDto"];
        };
        AcceptInvitationDto: {
            /** @description A new password, or that of the account which this e-mail address already has. */
            password: string;
        };
        CreateLocationDto: {
            name: string;
            /** @description IANA name; the appointments here are in this zone. */
            timeZone: string;
            addressLine1?: string | null;
            addressLine2?: string | null;
            city?: string | null;
            /** @description By its letters; the clinic's where it names none. */
            region?: string | null;
            postalCode?: string | null;
            /**
             * @description The clinic's where it names none.
             * @enum {string|null}
             */
            country?: "CA" | null | "US";
            /**
             * @description Any usual way of writing a number; without a country code it is one of Canada or the US. An extension and a remark typed
             *     with it (`514 555 0123 x 45, work`) are kept, unless the next two say otherwise.
             */
            phone?: string | null;
            phoneExtension?: string | null;
            /** @description What is noted beside the number; without one, what was written there before and cannot be read as a number. */
            phoneRemark?: string | null;
        };
        LocationDto: {
            id: string;
            name: string;
            timeZone: string;
            addressLine1: string | null;
            addressLine2: string | null;
            city: string | null;
            region: string | null;
            postalCode: string | null;
            /** @enum {string|null} */
            country: "CA" | null | "US";
            phone: string | null;
            phoneExtension: string | null;
            phoneRemark: string | null;
            active: boolean;
            version: number;
        };
        UpdateLocationDto: {
            name?: string;
            timeZone?: string;
            active?: boolean;
            addressLine1?: string | null;
            addressLine2?: string | null;
            city?: string | null;
            /** @description By its letters; the clinic's where it names none. */
            region?: string | null;
            postalCode?: string | null;
            /**
             * @description The clinic's where it names none.
             * @enum {string|null}
             */
            country?: "CA" | null | "US";
            /**
             * @description Any usual way of writing a number; without a country code it is one of Canada or the US. An extension and a remark typed
             *     with it (`514 555 0123 x 45, work`) are kept, unless the next two say otherwise.
             */
            phone?: string | null;
            phoneExtension?: string | null;
            /** @description What is noted beside the number; without one, what was written there before and cannot be read as a number. */
            phoneRemark?: string | null;
        };
        StepUpDto: {
            /** @description What the browser's `navigator.credentials.get()` gave, as JSON. */
            passkey?: {
                [key: string]: unknown;
            };
            password?: string;
            /** @description Six digits of an authenticator app. */
            code?: string;
            /** @description One of the codes that were shown when the first factor was added; each works once. */
            recoveryCode?: string;
        };
        StepUpChoiceDto: {
            /** @description For `navigator.credentials.get()`, where a passkey is among the methods; it is good for one answer. */
            passkeyOptions?: {
                [key: string]: unknown;
            };
            methods: ("passkey" | "password" | "recovery" | "totp")[];
        };
        ChangePasswordDto: {
            currentPassword: string;
            /** @description 10 to 200 characters; length is what makes a password strong. Common ones and those made of known names are refused. */
            newPassword: string;
        };
        OwnSessionDto: {
            id: string;
            /** @description The session that asks. */
            current: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @description The network address that it was opened from. */
            ip: string | null;
            /** @description Browser and system, such as "Firefox, Windows"; empty where neither is known. */
            device: string | null;
        };
        RequestPasswordResetDto: {
            /** Format: email */
            email: string;
        };
        CompletePasswordResetDto: {
            /** @description 10 to 200 characters; length is what makes a password strong. Common ones and those made of known names are refused. */
            password: string;
        };
        TitleInDto: {
            en?: string;
            fr?: string;
        };
        NameInDto: {
            en?: string;
            fr?: string;
        };
        AddPractitionerDto: {
            /** Format: email */
            email: string;
            firstName: string;
            lastName: string;
            /** @enum {string} */
            profession: "counsellor" | "foot_care_nurse" | "massage_therapist" | "occupational_therapist" | "physiotherapist";
            /** @description The number on the college's register; insurers ask for it on every receipt. */
            registrationNumber: string;
            /** @description As receipts print it; by default the profession's usual title. */
            title?: string;
            /** @description In other languages, where it is to be called otherwise than Keel translates it; null for none. */
            titleIn?: components["schemas"]["TitleInDto"] | null;
            /** @description The college or board that keeps the register. */
            college?: string | null;
            /** @description In other languages, likewise; null for none. Only beside `college`, with which it goes. */
            collegeIn?: components["schemas"]["NameInDto"] | null;
            /** @description Colour of the practitioner's column, as #rrggbb. */
            colour?: string;
        };
        PractitionerDto: {
            id: string;
            /** @description For those who manage staff, and the person. */
            email?: string;
            firstName: string;
            lastName: string;
            displayName: string;
            /** @enum {string} */
            profession: "counsellor" | "foot_care_nurse" | "massage_therapist" | "occupational_therapist" | "physiotherapist";
            registrationNumber: string;
            title: string;
            /** @description In other languages; null where the clinic has said none, and a title that Keel knows is translated. */
            titleIn: components["schemas"]["TitleInDto"] | null;
            college: string | null;
            /** @description In other languages, likewise. */
            collegeIn: components["schemas"]["NameInDto"] | null;
            colour: string;
            /** @description Null until the invitation is accepted. */
            userId: string | null;
            /**
             * @description Whether the person can sign in: they have `joined`, are `invited`, or wait for an owner to invite them.
             * @enum {string}
             */
            access: "invited" | "joined" | "not_invited";
            active: boolean;
            version: number;
        };
        UpdatePractitionerDto: {
            /**
             * Format: email
             * @description Until they join: an open invitation ends, and goes to this address instead where an owner corrects it of somebody who is active.
             */
            email?: string;
            firstName?: string;
            lastName?: string;
            registrationNumber?: string;
            title?: string;
            /** @description In other languages, where it is to be called otherwise than Keel translates it; null for none. */
            titleIn?: components["schemas"]["TitleInDto"] | null;
            college?: string | null;
            /** @description In other languages, likewise; null for none. Only beside `college`, with which it goes. */
            collegeIn?: components["schemas"]["NameInDto"] | null;
            colour?: string;
            /** @description False keeps the records and takes no more bookings; an open invitation ends. True invites nobody by itself. */
            active?: boolean;
        };
        ClinicChoiceDto: {
            id: string;
            name: string;
            slug: string;
        };
        ClinicChoicesDto: {
            clinics: components["schemas"]["ClinicChoiceDto"][];
        };
        SignInDto: {
            /** Format: email */
            email: string;
            password: string;
        };
        SecondFactorDto: {
            /** @description What the browser's `navigator.credentials.get()` gave, as JSON. */
            passkey?: {
                [key: string]: unknown;
            };
            /** @description Six digits of an authenticator app. */
            code?: string;
            /** @description One of the codes that were shown when the first factor was added; each works once. */
            recoveryCode?: string;
        };
        ChooseClinicDto: {
            /** Format: uuid */
            clinicId: string;
        };
        SignUpStateDto: {
            open: boolean;
        };
        InviteStaffDto: {
            /** Format: email */
            email: string;
            firstName: string;
            lastName: string;
            roles: ("admin" | "billing" | "front_desk" | "owner" | "practitioner")[];
        };
        StaffDto: {
            /** @description Stays the same when the invitation is accepted. */
            id: string;
            /** @description Null until the invitation is accepted. */
            userId: string | null;
            /** @description Of an invitation: where its mail goes. A member's address is their own. Left out for those without `staff:manage`. */
            email?: string | null;
            firstName: string;
            lastName: string;
            roles: ("admin" | "billing" | "front_desk" | "owner" | "practitioner")[];
            chartRight: boolean;
            /** @description True for a week after somebody has ceased to be an owner: until then they are told of rights, and the one who remains gives none to themselves. */
            ownedLately: boolean;
            active: boolean;
            /** @enum {string} */
            status: "active" | "inactive" | "invited";
            version: number;
        };
        UpdateStaffDto: {
            roles?: ("admin" | "billing" | "front_desk" | "owner" | "practitioner")[];
            /** @description The right of an owner to read and write all charts. False gives it up; true is another owner's to give. */
            chartRight?: boolean;
            /** @description False ends access at once, or withdraws the invitation. */
            active?: boolean;
        };
        AddressDto: {
            line1?: string | null;
            line2?: string | null;
            city?: string | null;
            region?: string | null;
            postalCode?: string | null;
            country?: string | null;
        };
        EmergencyContactDto: {
            name: string;
            relationship?: string | null;
            /**
             * @description Any usual way of writing a number; without a country code it is one of Canada or the US. An extension and a remark typed
             *     with it (`514 555 0123 x 45, work`) are kept, unless the next two say otherwise.
             */
            phone?: string | null;
            phoneExtension?: string | null;
            /** @description What is noted beside the number; without one, what was written there before and cannot be read as a number. */
            phoneRemark?: string | null;
        };
        CreatePatientDto: {
            /**
             * Format: date
             * @description `YYYY-MM-DD`, not in the future.
             */
            dateOfBirth: string;
            /**
             * Format: date
             * @description The day they died, `YYYY-MM-DD`, as in a record that is brought over; null takes it back. Nothing to come is booked for them and nobody writes
             *     to them.
             */
            deceasedOn?: string | null;
            /** @description Legal first name; left out, null or empty for those who have a last name alone. */
            firstName?: string | null;
            /** @description Legal last name; left out, null or empty for those who have a first name alone. */
            lastName?: string | null;
            preferredName?: string | null;
            pronouns?: string | null;
            /**
             * @description As on the health card.
             * @enum {string|null}
             */
            sex?: "female" | "male" | null | "other" | "unknown";
            genderIdentity?: string | null;
            /** Format: email */
            email?: string | null;
            /** @enum {string} */
            preferredChannel?: "email" | "sms";
            /**
             * @description What they are written to in: a language as the clinic's country writes it, or a tag of BCP 47; left out, as the clinic.
             * @enum {string}
             */
            locale?: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            address?: components["schemas"]["AddressDto"] | null;
            emergencyContact?: components["schemas"]["EmergencyContactDto"] | null;
            occupation?: string | null;
            referralSource?: string | null;
            /** @description Kept encrypted; shown only with the single record. */
            healthCardNumber?: string | null;
            /** @description What everybody must see at once, such as "latex allergy". */
            alerts?: string[];
            tags?: string[];
            /** @description Id of the person in the system they come from; a second import with it is refused as a duplicate. */
            externalId?: string | null;
            /**
             * @description Any usual way of writing a number; without a country code it is one of Canada or the US. An extension and a remark typed
             *     with it (`514 555 0123 x 45, work`) are kept, unless the next two say otherwise.
             */
            phone?: string | null;
            phoneExtension?: string | null;
            /** @description What is noted beside the number; without one, what was written there before and cannot be read as a number. */
            phoneRemark?: string | null;
        };
        PatientDto: {
            /** @enum {string|null} */
            sex: "female" | "male" | null | "other" | "unknown";
            /** @description Left out for those without `patient-details:read`. */
            genderIdentity?: string | null;
            /** @enum {string} */
            preferredChannel: "email" | "sms";
            /**
             * @description As it was stated.
             * @enum {string}
             */
            locale: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            address: components["schemas"]["AddressDto"] | null;
            /** @description Left out for those without `patient-details:read`, as the next three. */
            emergencyContact?: components["schemas"]["EmergencyContactDto"] | null;
            occupation?: string | null;
            referralSource?: string | null;
            healthCardNumber?: string | null;
            /** Format: date-time */
            createdAt: string;
            id: string;
            firstName: string;
            lastName: string;
            preferredName: string | null;
            pronouns: string | null;
            dateOfBirth: string;
            email: string | null;
            phone: string | null;
            phoneExtension: string | null;
            /** @description What was noted beside the number. */
            phoneRemark: string | null;
            /** @description Left out for those without `patient-details:read`. */
            alerts?: string[];
            tags: string[];
            externalId: string | null;
            archived: boolean;
            deceasedOn: string | null;
            version: number;
        };
        PatientSummaryDto: {
            id: string;
            firstName: string;
            lastName: string;
            preferredName: string | null;
            pronouns: string | null;
            dateOfBirth: string;
            email: string | null;
            phone: string | null;
            phoneExtension: string | null;
            /** @description What was noted beside the number. */
            phoneRemark: string | null;
            /** @description Left out for those without `patient-details:read`. */
            alerts?: string[];
            tags: string[];
            externalId: string | null;
            archived: boolean;
            deceasedOn: string | null;
            version: number;
        };
        UpdatePatientDto: {
            /**
             * Format: date
             * @description `YYYY-MM-DD`, not in the future.
             */
            dateOfBirth?: string;
            /**
             * Format: date
             * @description The day they died, `YYYY-MM-DD`, as in a record that is brought over; null takes it back. Nothing to come is booked for them and nobody writes
             *     to them.
             */
            deceasedOn?: string | null;
            /**
             * @description Any usual way of writing a number; without a country code it is one of Canada or the US. An extension and a remark typed
             *     with it (`514 555 0123 x 45, work`) are kept, unless the next two say otherwise.
             */
            phone?: string | null;
            phoneExtension?: string | null;
            /** @description What is noted beside the number; without one, what was written there before and cannot be read as a number. */
            phoneRemark?: string | null;
            /** @description Legal first name; left out, null or empty for those who have a last name alone. */
            firstName?: string | null;
            /** @description Legal last name; left out, null or empty for those who have a first name alone. */
            lastName?: string | null;
            preferredName?: string | null;
            pronouns?: string | null;
            /**
             * @description As on the health card.
             * @enum {string|null}
             */
            sex?: "female" | "male" | null | "other" | "unknown";
            genderIdentity?: string | null;
            /** Format: email */
            email?: string | null;
            /** @enum {string} */
            preferredChannel?: "email" | "sms";
            /**
             * @description What they are written to in: a language as the clinic's country writes it, or a tag of BCP 47; left out, as the clinic.
             * @enum {string}
             */
            locale?: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            address?: components["schemas"]["AddressDto"] | null;
            emergencyContact?: components["schemas"]["EmergencyContactDto"] | null;
            occupation?: string | null;
            referralSource?: string | null;
            /** @description Kept encrypted; shown only with the single record. */
            healthCardNumber?: string | null;
            /** @description What everybody must see at once, such as "latex allergy". */
            alerts?: string[];
            tags?: string[];
            /** @description Id of the person in the system they come from; a second import with it is refused as a duplicate. */
            externalId?: string | null;
            /** @description True hides the patient from lists and search, and ends messages, links and bookings; nothing is deleted. */
            archived?: boolean;
        };
        ConsentDto: {
            id: string;
            /**
             * @description Null for every purpose: said by whoever holds the mailbox, by the link in an e-mail, for all who have the address.
             * @enum {string|null}
             */
            purpose: "appointments" | "billing" | "marketing" | null;
            /** @enum {string} */
            channel: "email" | "sms";
            granted: boolean;
            /** @description Null where the link says it. */
            source: string | null;
            wording: string | null;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: string;
        };
        RecordConsentDto: {
            /** @enum {string} */
            purpose: "appointments" | "billing" | "marketing";
            /** @enum {string} */
            channel: "email" | "sms";
            granted: boolean;
            /** @description How it was given, e.g. "in person", "intake form". */
            source: string;
            /** @description The words the person agreed to. */
            wording: string;
        };
        ConfirmAppointmentDto: {
            /**
             * @description Who said so; `clinic` by default.
             * @enum {string}
             */
            by?: "clinic" | "patient";
        };
        AppointmentToldDto: {
            at: string;
            /** @description By name; null for a program, and for who has left. */
            by: string | null;
            /** @description True while it can be taken back: what there was to tell still is, and the patient has not heard of it otherwise. */
            undoable: boolean;
        };
        AppointmentPatientDto: {
            firstName: string;
            lastName: string;
            preferredName: string | null;
        };
        AppointmentPractitionerDto: {
            displayName: string;
            colour: string;
        };
        AppointmentServiceDto: {
            name: string;
            /** @description In other languages; null where it has one name alone. */
            nameIn: components["schemas"]["NameInDto"] | null;
            colour: string | null;
        };
        AppointmentLocationDto: {
            name: string;
            timeZone: string;
        };
        AppointmentDto: {
            id: string;
            patientId: string;
            practitionerId: string;
            serviceId: string;
            locationId: string;
            /** @description RFC 3339, UTC. */
            start: string;
            end: string;
            /** @enum {string} */
            status: "arrived" | "booked" | "cancelled" | "completed" | "confirmed" | "declined" | "in_session" | "late_cancelled" | "left_unseen" | "no_show" | "pending";
            /** @description Goes up when the appointment gets another time, place or practitioner: reminders tell of one such version. */
            timeVersion: number;
            /**
             * @description Of its versions the first one at which the patient was shown what it is now: when, until when, where and with whom. What they
             *     answer to that one or a later one counts.
             */
            shownVersion: number;
            overbook: boolean;
            /** @description True where the place was named; then the appointment stays there when it moves, unless another is named. */
            placeNamed: boolean;
            /** @enum {string|null} */
            cancelledBy: "clinic" | null | "patient";
            /** @description True where the clinic cancelled or moved the appointment and nobody has told the patient, while there is still time to. */
            untold: boolean;
            /** @description Who told the patient of the latest change of the clinic, and when; null where nobody had to, or has. */
            told: components["schemas"]["AppointmentToldDto"] | null;
            /** @description Left out for those without `appointment:manage`. */
            cancelReason?: string | null;
            /** @description True once its note is signed. */
            documented: boolean;
            /** @enum {string|null} */
            noteStatus: "amended" | "draft" | "entered_in_error" | null | "signed";
            invoiceId: string | null;
            /** @enum {string|null} */
            invoiceStatus: "issued" | null | "paid" | "part_paid";
            paid: boolean;
            /** @description True where the patient came to no appointment that began before this one. */
            newPatient: boolean;
            /** @description True where something is open on an issued invoice of the patient, this appointment's or another's. */
            owing: boolean;
            /** @description How many medical alerts the patient has; what they say is with the patient. Left out for those without `patient-details:read`. */
            patientAlerts?: number;
            patient: components["schemas"]["AppointmentPatientDto"];
            practitioner: components["schemas"]["AppointmentPractitionerDto"];
            service: components["schemas"]["AppointmentServiceDto"];
            location: components["schemas"]["AppointmentLocationDto"];
            version: number;
        };
        CancelAppointmentDto: {
            /**
             * @description A clinic's cancellation is never late.
             * @enum {string}
             */
            by: "clinic" | "patient";
            reason?: string | null;
        };
        WithdrawnLinksDto: {
            /** @description How many links opened the appointment until now. */
            withdrawn: number;
        };
        BookAppointmentDto: {
            /**
             * Format: date-time
             * @description May be past: appointments are also recorded afterwards.
             */
            start: string;
            /**
             * Format: minutes
             * @description By default the service's.
             */
            durationMinutes?: number;
            /** Format: uuid */
            patientId: string;
            /** Format: uuid */
            practitionerId: string;
            /** Format: uuid */
            serviceId: string;
            /**
             * Format: uuid
             * @description By default where the practitioner works at that time, else the clinic's first location. The appointment stays at a place that is named.
             */
            locationId?: string;
            /** @description True books over another appointment or over time off: deliberate, marked and audited. */
            overbook?: boolean;
        };
        AppointmentDayDto: {
            date: string;
            practitionerId: string;
            /** @description Appointments that stand or took place: neither cancelled nor missed. */
            appointments: number;
            /** @description How long they are together, without buffers. */
            bookedMinutes: number;
            /** @description Appointments that were cancelled or missed; only where they were asked for. */
            ended?: number;
        };
        AppointmentDaysDto: {
            data: components["schemas"]["AppointmentDayDto"][];
        };
        UntoldCountDto: {
            count: number;
        };
        NearestAppointmentDto: {
            id: string;
            /** @description RFC 3339, UTC. */
            start: string;
        };
        NearestAppointmentsDto: {
            patientId: string;
            /** @description The last one to which they came. */
            last: components["schemas"]["NearestAppointmentDto"] | null;
            /** @description The first one from now on that they are expected at. */
            next: components["schemas"]["NearestAppointmentDto"] | null;
        };
        PatientsNearestAppointmentsDto: {
            /** @description A row a patient that is known here, in no order. */
            data: components["schemas"]["NearestAppointmentsDto"][];
        };
        MoveAppointmentDto: {
            /** Format: date-time */
            start?: string;
            /**
             * Format: minutes
             * @description By default as long as it is, or as long as the new service takes.
             */
            durationMinutes?: number;
            /** Format: uuid */
            practitionerId?: string;
            /** Format: uuid */
            serviceId?: string;
            /** Format: uuid */
            locationId?: string;
            /** @description False lets it follow the practitioner again from its next move on. By default true where a place is named, else as it is. */
            placeNamed?: boolean;
            overbook?: boolean;
        };
        RestoreAppointmentDto: {
            /**
             * @description True restores over another appointment or over time off, as in booking. It is asked for anew: that the appointment was booked over one before
             *     does not count, and without it a time that is taken by now is refused.
             */
            overbook?: boolean;
        };
        SlotDto: {
            /** @description RFC 3339, UTC. */
            start: string;
            end: string;
            practitionerId: string;
            locationId: string;
        };
        AvailabilityDto: {
            /** @description By start. */
            data: components["schemas"]["SlotDto"][];
            /**
             * @description Where to go on after about 10,000 free times, or where more than forty practitioners are asked for months: every free time
             *     before it is here, even if that is none. Null at the end of the range.
             */
            nextCursor: string | null;
        };
        MoneyDto: {
            /** @description Cents, 0 to 100,000,000. */
            amount: number;
            /** @enum {string} */
            currency: "CAD" | "USD";
        };
        CreateServiceDto: {
            /**
             * Format: minutes
             * @description Minutes with the patient.
             */
            durationMinutes: number;
            /**
             * Format: minutes
             * @description Minutes of the practitioner before and after, to prepare and to clean up; the patient is not told of them.
             */
            bufferBeforeMinutes?: number;
            /** Format: minutes */
            bufferAfterMinutes?: number;
            /** @description In every language that `nameIn` has no name in. */
            name: string;
            /** @description In other languages; null for none. */
            nameIn?: components["schemas"]["NameInDto"] | null;
            description?: string | null;
            /** @description Before tax, in the clinic's currency. */
            price: components["schemas"]["MoneyDto"];
            /** @enum {string} */
            taxCode: "exempt" | "taxable" | "zero_rated";
            /**
             * @description Practitioners of this profession offer it.
             * @enum {string}
             */
            profession: "counsellor" | "foot_care_nurse" | "massage_therapist" | "occupational_therapist" | "physiotherapist";
            onlineBookable?: boolean;
            colour?: string | null;
        };
        ServiceDto: {
            id: string;
            /** @description In every language that `nameIn` has no name in. */
            name: string;
            /** @description In other languages; null where it has one name alone. */
            nameIn: components["schemas"]["NameInDto"] | null;
            description: string | null;
            durationMinutes: number;
            bufferBeforeMinutes: number;
            bufferAfterMinutes: number;
            price: components["schemas"]["MoneyDto"];
            /** @enum {string} */
            taxCode: "exempt" | "taxable" | "zero_rated";
            /** @enum {string} */
            profession: "counsellor" | "foot_care_nurse" | "massage_therapist" | "occupational_therapist" | "physiotherapist";
            onlineBookable: boolean;
            colour: string | null;
            archived: boolean;
            version: number;
        };
        UpdateServiceDto: {
            /** Format: minutes */
            durationMinutes?: number;
            /** Format: minutes */
            bufferBeforeMinutes?: number;
            /** Format: minutes */
            bufferAfterMinutes?: number;
            name?: string;
            /** @description All that there are: null for none. */
            nameIn?: components["schemas"]["NameInDto"] | null;
            description?: string | null;
            price?: components["schemas"]["MoneyDto"];
            /** @enum {string} */
            taxCode?: "exempt" | "taxable" | "zero_rated";
            onlineBookable?: boolean;
            colour?: string | null;
        };
        CreateTimeOffDto: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** Format: uuid */
            practitionerId: string;
            /** @description For the schedule, e.g. "Conference"; patients never see it. */
            reason?: string | null;
        };
        TimeOffDto: {
            id: string;
            practitionerId: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Left out for those who neither plan (`schedule:manage`) nor are the person. */
            reason?: string | null;
            /** @description Appointments already booked in this time: they stay until somebody moves them. */
            conflicts: string[];
            version: number;
        };
        UpdateTimeOffDto: {
            /** Format: date-time */
            start?: string;
            /** Format: date-time */
            end?: string;
            reason?: string | null;
        };
        ShiftDto: {
            /** @description 1 is Monday, 7 is Sunday. */
            weekday: number;
            /** @description Wall time at the location, HH:MM. */
            start: string;
            /** @description Up to 24:00; an end before the start is on the next day. */
            end: string;
            /**
             * Format: uuid
             * @description Where the shift is worked; by default, and where it is null, the clinic's first location.
             */
            locationId?: string | null;
        };
        SetWorkingHoursDto: {
            /**
             * Format: date
             * @description The first day of these hours. Hours that begin later stay as they are.
             */
            effectiveFrom: string;
            /**
             * Format: date
             * @description The last day of them, for hours of a season; afterwards the earlier ones hold again.
             */
            effectiveTo?: string | null;
            /** @description An empty list means no working hours from that day on. */
            weekly: components["schemas"]["ShiftDto"][];
        };
        ShiftOfWeekDto: {
            weekday: number;
            start: string;
            end: string;
            locationId: string;
        };
        WorkingHoursDto: {
            id: string;
            practitionerId: string;
            effectiveFrom: string;
            effectiveTo: string | null;
            weekly: components["schemas"]["ShiftOfWeekDto"][];
            version: number;
        };
        ReactionDto: {
            /** @description What happened, e.g. "hives". */
            manifestation: string;
            /** @enum {string|null} */
            severity?: "mild" | "moderate" | null | "severe";
        };
        CreateAllergyDto: {
            /** Format: date */
            onsetDate?: string | null;
            /** @enum {string} */
            clinicalStatus?: "active" | "inactive" | "resolved";
            /** @enum {string} */
            verificationStatus?: "confirmed" | "entered_in_error" | "presumed" | "refuted" | "unconfirmed";
            /** @enum {string|null} */
            category?: "biologic" | "environment" | "food" | "medication" | null;
            /** @enum {string|null} */
            criticality?: "high" | "low" | null | "unable_to_assess";
            reactions?: components["schemas"]["ReactionDto"][];
            /** Format: uuid */
            patientId: string;
            /** @description In words, e.g. "Low back pain", "Latex", "Ibuprofen 200 mg". */
            description: string;
            /** @description A code, where one is known. */
            code?: string | null;
            /** @description Whose code it is, e.g. `ICD-10-CM`, `http://snomed.info/sct`. */
            codeSystem?: string | null;
            comment?: string | null;
            /** @description Its id in the system it comes from; a second one with it is refused. */
            externalId?: string | null;
        };
        AllergyDto: {
            /** @enum {string} */
            clinicalStatus: "active" | "inactive" | "resolved";
            /** @enum {string} */
            verificationStatus: "confirmed" | "entered_in_error" | "presumed" | "refuted" | "unconfirmed";
            /** @enum {string|null} */
            category: "biologic" | "environment" | "food" | "medication" | null;
            /** @enum {string|null} */
            criticality: "high" | "low" | null | "unable_to_assess";
            reactions: components["schemas"]["ReactionDto"][];
            onsetDate: string | null;
            id: string;
            patientId: string;
            description: string;
            code: string | null;
            codeSystem: string | null;
            comment: string | null;
            externalId: string | null;
            recordedBy: string;
            recordedAt: string;
            version: number;
        };
        UpdateAllergyDto: {
            /** Format: date */
            onsetDate?: string | null;
            /** @description In words, e.g. "Low back pain", "Latex", "Ibuprofen 200 mg". */
            description?: string;
            /** @description A code, where one is known. */
            code?: string | null;
            /** @description Whose code it is, e.g. `ICD-10-CM`, `http://snomed.info/sct`. */
            codeSystem?: string | null;
            comment?: string | null;
            /** @enum {string} */
            clinicalStatus?: "active" | "inactive" | "resolved";
            /** @enum {string} */
            verificationStatus?: "confirmed" | "entered_in_error" | "presumed" | "refuted" | "unconfirmed";
            /** @enum {string|null} */
            category?: "biologic" | "environment" | "food" | "medication" | null;
            /** @enum {string|null} */
            criticality?: "high" | "low" | null | "unable_to_assess";
            reactions?: components["schemas"]["ReactionDto"][];
        };
        OpenChartDto: {
            /** @description Why it is needed, in a few words; reviewed by those who may read the audit. */
            reason: string;
            /**
             * Format: uuid
             * @description The colleague to let in, by one who cares for the patient. Left out, the caller opens it for an hour: once, however often it is asked, and thirty charts an hour.
             */
            practitionerId?: string;
        };
        ChartAccessDto: {
            id: string;
            patientId: string;
            /** @description Null for callers who may not read patients. */
            patientName: string | null;
            userId: string;
            userName: string | null;
            /**
             * @description Let in by a colleague (`grant`), opened by oneself for a reason (`override`), or by an appointment that one gave oneself (`own_booking`).
             * @enum {string}
             */
            kind: "grant" | "override" | "own_booking";
            /** @description Null for an appointment of one's own, which `appointmentId` names. */
            reason: string | null;
            appointmentId: string | null;
            givenBy: string;
            /** Format: date-time */
            givenAt: string;
            /**
             * Format: date-time
             * @description Null where it lasts until it is ended; for an own booking, until the end of care.
             */
            expiresAt: string | null;
            reviewedBy: string | null;
            reviewerName: string | null;
            /** Format: date-time */
            reviewedAt: string | null;
            /** @enum {string|null} */
            reviewOutcome: "justified" | null | "unjustified";
            reviewComment: string | null;
            version: number;
        };
        ReviewChartAccessDto: {
            /**
             * @description What the review found; said anew, the later one holds, and the audit keeps both. An unjustified access ends at once, and so do
             *     the grants that its reader gave; what they give themselves opens nothing, until a later appointment of theirs is found justified or
             *     this is taken back by `justified`. `withdrawn` takes back that it was justified and says nothing else: the access is as it was found
             *     before, or waits for a review again, and whoever was let in only because of this finding loses access; any other finding stays as it is.
             *     An access that was ended by `end` stays ended. Left out, it was justified.
             * @enum {string}
             */
            outcome?: "justified" | "unjustified" | "withdrawn";
            /** @description With the same outcome, whoever found it so changes what they said of it by this; left out, that stays. None goes with `withdrawn`. */
            comment?: string | null;
        };
        ChartOpeningDto: {
            /** @enum {string} */
            by: "appointment" | "chart_right" | "grant" | "override" | "own_booking";
            /** @description When it closes by itself: an hour after an `override`, at the end of care after the last appointment; null where it does not. */
            until: string | null;
        };
        ProblemDto: {
            /** @enum {string} */
            clinicalStatus: "active" | "inactive" | "recurrence" | "relapse" | "remission" | "resolved";
            /** @enum {string} */
            verificationStatus: "confirmed" | "differential" | "entered_in_error" | "provisional" | "refuted" | "unconfirmed";
            /** @enum {string|null} */
            severity: "mild" | "moderate" | null | "severe";
            bodySite: string | null;
            onsetDate: string | null;
            abatementDate: string | null;
            id: string;
            patientId: string;
            description: string;
            code: string | null;
            codeSystem: string | null;
            comment: string | null;
            externalId: string | null;
            recordedBy: string;
            recordedAt: string;
            version: number;
        };
        MedicationDto: {
            /** @enum {string} */
            status: "active" | "completed" | "entered_in_error" | "intended" | "not_taken" | "on_hold" | "stopped" | "unknown";
            dosage: string | null;
            reason: string | null;
            prescriber: string | null;
            startDate: string | null;
            endDate: string | null;
            id: string;
            patientId: string;
            description: string;
            code: string | null;
            codeSystem: string | null;
            comment: string | null;
            externalId: string | null;
            recordedBy: string;
            recordedAt: string;
            version: number;
        };
        LocalTextDto: {
            en?: string;
            fr?: string;
        };
        NoteHeadDto: {
            id: string;
            /** @enum {string} */
            status: "amended" | "draft" | "entered_in_error" | "signed";
            patientId: string;
            appointmentId: string | null;
            practitionerId: string;
            practitionerName: string;
            templateId: string;
            templateVersion: number;
            title: components["schemas"]["LocalTextDto"];
            /** @description True for counselling: its author's alone unless shared. */
            confidential: boolean;
            shared: boolean;
            /** @description When the appointment was. */
            notedAt: string;
            createdBy: string;
            createdAt: string;
            updatedAt: string;
            /** @description Id of the member or key that signed. */
            signedBy: string | null;
            signedAt: string | null;
            version: number;
        };
        ChartDto: {
            patientId: string;
            access: components["schemas"]["ChartOpeningDto"];
            /** @description What everybody must see at once. */
            alerts: string[];
            problems: components["schemas"]["ProblemDto"][];
            allergies: components["schemas"]["AllergyDto"][];
            medications: components["schemas"]["MedicationDto"][];
            /** @description The heads of the last notes; GET /notes?patientId= has the others. */
            notes: components["schemas"]["NoteHeadDto"][];
        };
        CreateMedicationDto: {
            /** Format: date */
            startDate?: string | null;
            /** Format: date */
            endDate?: string | null;
            /** @enum {string} */
            status?: "active" | "completed" | "entered_in_error" | "intended" | "not_taken" | "on_hold" | "stopped" | "unknown";
            /** @description As it is taken, e.g. "1 tablet twice a day". */
            dosage?: string | null;
            reason?: string | null;
            prescriber?: string | null;
            /** Format: uuid */
            patientId: string;
            /** @description In words, e.g. "Low back pain", "Latex", "Ibuprofen 200 mg". */
            description: string;
            /** @description A code, where one is known. */
            code?: string | null;
            /** @description Whose code it is, e.g. `ICD-10-CM`, `http://snomed.info/sct`. */
            codeSystem?: string | null;
            comment?: string | null;
            /** @description Its id in the system it comes from; a second one with it is refused. */
            externalId?: string | null;
        };
        UpdateMedicationDto: {
            /** Format: date */
            startDate?: string | null;
            /** Format: date */
            endDate?: string | null;
            /** @description In words, e.g. "Low back pain", "Latex", "Ibuprofen 200 mg". */
            description?: string;
            /** @description A code, where one is known. */
            code?: string | null;
            /** @description Whose code it is, e.g. `ICD-10-CM`, `http://snomed.info/sct`. */
            codeSystem?: string | null;
            comment?: string | null;
            /** @enum {string} */
            status?: "active" | "completed" | "entered_in_error" | "intended" | "not_taken" | "on_hold" | "stopped" | "unknown";
            /** @description As it is taken, e.g. "1 tablet twice a day". */
            dosage?: string | null;
            reason?: string | null;
            prescriber?: string | null;
        };
        ChartStrokeDto: {
            /** @enum {string} */
            view: "back" | "feet_sole" | "feet_top" | "front" | "hands_back" | "hands_palm" | "left" | "right";
            /** @enum {string} */
            tool: "pen" | "shade";
            /** @enum {string} */
            colour: "black" | "blue" | "green" | "orange" | "purple" | "red";
            /** @description Every view is a unit square: [0, 0] its top left corner, [1, 1] its bottom right one. */
            points: [
                number,
                number
            ][];
            /** @description In the unit of the points. */
            width: number;
        };
        ChartMarkerDto: {
            /** @enum {string} */
            view: "back" | "feet_sole" | "feet_top" | "front" | "hands_back" | "hands_palm" | "left" | "right";
            /** @enum {string} */
            kind: "bruise" | "callus" | "lesion" | "numbness" | "other" | "pain" | "scar" | "swelling" | "tenderness" | "tightness" | "tingling" | "weakness";
            x: number;
            y: number;
            label?: string;
        };
        BodyChartDto: {
            strokes: components["schemas"]["ChartStrokeDto"][];
            markers: components["schemas"]["ChartMarkerDto"][];
        };
        AnswerDto: {
            /** @description Text, number, true or false, a list of texts or a body chart, as the question asks; null for no answer. */
            value?: string | number | boolean | string[] | components["schemas"]["BodyChartDto"] | null;
            /** @description Key of the question in the note's template. */
            key: string;
        };
        SectionAnswersDto: {
            key: string;
            answers: components["schemas"]["AnswerDto"][];
        };
        StartNoteDto: {
            /**
             * Format: uuid
             * @description The appointment that the note documents; its patient and practitioner are the note's. Null for a note without one.
             */
            appointmentId?: string | null;
            /**
             * Format: uuid
             * @description For a note without an appointment.
             */
            patientId?: string;
            /**
             * Format: uuid
             * @description Without an appointment: whose note it is, where the caller is no practitioner.
             */
            practitionerId?: string;
            /**
             * Format: uuid
             * @description By default, and where it is null, the template of the practitioner's profession.
             */
            templateId?: string | null;
            sections?: components["schemas"]["SectionAnswersDto"][];
        };
        KeptAnswerDto: {
            value: string | number | boolean | string[] | components["schemas"]["BodyChartDto"];
            key: string;
        };
        AnsweredSectionDto: {
            key: string;
            answers: components["schemas"]["KeptAnswerDto"][];
        };
        AddendumDto: {
            id: string;
            noteId: string;
            number: number;
            text: string;
            signedBy: string;
            signedByName: string;
            signedAt: string;
            /** @description SHA-256, hexadecimal, over what was signed. */
            contentHash: string;
            version: number;
        };
        EnteredInErrorDto: {
            reason: string;
            by: string;
            byName: string;
            at: string;
        };
        NoteDto: {
            id: string;
            /** @enum {string} */
            status: "amended" | "draft" | "entered_in_error" | "signed";
            patientId: string;
            appointmentId: string | null;
            practitionerId: string;
            practitionerName: string;
            templateId: string;
            templateVersion: number;
            title: components["schemas"]["LocalTextDto"];
            /** @description True for counselling: its author's alone unless shared. */
            confidential: boolean;
            shared: boolean;
            /** @description When the appointment was. */
            notedAt: string;
            createdBy: string;
            createdAt: string;
            updatedAt: string;
            /** @description Id of the member or key that signed. */
            signedBy: string | null;
            signedAt: string | null;
            version: number;
            sections: components["schemas"]["AnsweredSectionDto"][];
            /** @description As the signer was called when they signed. */
            signedByName: string | null;
            /** @description SHA-256, hexadecimal, over the canonical JSON of what was signed. */
            contentHash: string | null;
            addenda: components["schemas"]["AddendumDto"][];
            enteredInError: components["schemas"]["EnteredInErrorDto"] | null;
        };
        NoteVersionDto: {
            id: string;
            number: number;
            /** @enum {string} */
            kind: "addendum" | "entered_in_error" | "signed";
            recordedBy: string;
            recordedByName: string;
            recordedAt: string;
            contentHash: string;
            previousHash: string | null;
        };
        SaveDraftDto: {
            sections: components["schemas"]["SectionAnswersDto"][];
        };
        AddAddendumDto: {
            text: string;
        };
        EnterInErrorDto: {
            reason: string;
        };
        QuestionOptionDto: {
            value: string;
            label: components["schemas"]["LocalTextDto"];
        };
        QuestionDto: {
            /** @description Small letters, digits and _; unique in its section. Answers refer to it. */
            key: string;
            /** @enum {string} */
            type: "body_chart" | "body_region" | "checkbox" | "choice" | "date" | "long_text" | "multi_choice" | "number" | "scale" | "text";
            label: components["schemas"]["LocalTextDto"];
            help?: components["schemas"]["LocalTextDto"];
            /** @description A note cannot be signed without it. */
            required?: boolean;
            /** @description For choice and multi_choice. */
            options?: components["schemas"]["QuestionOptionDto"][];
            /** @description For number and scale, both ends included. */
            min?: number;
            max?: number;
            unit?: string;
            /** @description For body_chart: what can be drawn on. */
            views?: ("back" | "feet_sole" | "feet_top" | "front" | "hands_back" | "hands_palm" | "left" | "right")[];
        };
        TemplateSectionDto: {
            key: string;
            title: components["schemas"]["LocalTextDto"];
            questions: components["schemas"]["QuestionDto"][];
        };
        NoteTemplateDto: {
            sections: components["schemas"]["TemplateSectionDto"][];
            id: string;
            name: components["schemas"]["LocalTextDto"];
            /**
             * @description Whose template it is; null for everybody's.
             * @enum {string|null}
             */
            profession: "counsellor" | "foot_care_nurse" | "massage_therapist" | null | "occupational_therapist" | "physiotherapist";
            /** @description Which of Keel's templates it is or was; null for the clinic's own. */
            builtIn: string | null;
            /** @description True where notes of the profession take it unless they name another. */
            isDefault: boolean;
            active: boolean;
            version: number;
        };
        CreateNoteTemplateDto: {
            name: components["schemas"]["LocalTextDto"];
            /**
             * @description Null for a template of everybody's.
             * @enum {string|null}
             */
            profession?: "counsellor" | "foot_care_nurse" | "massage_therapist" | null | "occupational_therapist" | "physiotherapist";
            sections: components["schemas"]["TemplateSectionDto"][];
        };
        UpdateNoteTemplateDto: {
            name: components["schemas"]["LocalTextDto"];
            sections: components["schemas"]["TemplateSectionDto"][];
            /** @description False takes it from the choice for new notes. */
            active?: boolean;
        };
        PhraseDto: {
            id: string;
            trigger: string;
            text: string;
            /** @description True where it is the clinic's, false where it is the caller's own. */
            shared: boolean;
            version: number;
        };
        CreatePhraseDto: {
            /** @description What is typed after `/`: up to 30 small letters, digits, - and _. */
            trigger: string;
            text: string;
            /** @description True for everybody of the clinic, by those who manage its templates; otherwise it is the caller's own. */
            shared?: boolean;
        };
        UpdatePhraseDto: {
            trigger?: string;
            text?: string;
        };
        CreateProblemDto: {
            /** Format: date */
            onsetDate?: string | null;
            /** Format: date */
            abatementDate?: string | null;
            /** @enum {string} */
            clinicalStatus?: "active" | "inactive" | "recurrence" | "relapse" | "remission" | "resolved";
            /** @enum {string} */
            verificationStatus?: "confirmed" | "differential" | "entered_in_error" | "provisional" | "refuted" | "unconfirmed";
            /** @enum {string|null} */
            severity?: "mild" | "moderate" | null | "severe";
            bodySite?: string | null;
            /** Format: uuid */
            patientId: string;
            /** @description In words, e.g. "Low back pain", "Latex", "Ibuprofen 200 mg". */
            description: string;
            /** @description A code, where one is known. */
            code?: string | null;
            /** @description Whose code it is, e.g. `ICD-10-CM`, `http://snomed.info/sct`. */
            codeSystem?: string | null;
            comment?: string | null;
            /** @description Its id in the system it comes from; a second one with it is refused. */
            externalId?: string | null;
        };
        UpdateProblemDto: {
            /** Format: date */
            onsetDate?: string | null;
            /** Format: date */
            abatementDate?: string | null;
            /** @description In words, e.g. "Low back pain", "Latex", "Ibuprofen 200 mg". */
            description?: string;
            /** @description A code, where one is known. */
            code?: string | null;
            /** @description Whose code it is, e.g. `ICD-10-CM`, `http://snomed.info/sct`. */
            codeSystem?: string | null;
            comment?: string | null;
            /** @enum {string} */
            clinicalStatus?: "active" | "inactive" | "recurrence" | "relapse" | "remission" | "resolved";
            /** @enum {string} */
            verificationStatus?: "confirmed" | "differential" | "entered_in_error" | "provisional" | "refuted" | "unconfirmed";
            /** @enum {string|null} */
            severity?: "mild" | "moderate" | null | "severe";
            bodySite?: string | null;
        };
        PatientBalanceDto: {
            patientId: string;
            open: components["schemas"]["MoneyDto"];
            /** @description Issued invoices with something still owed. */
            openInvoices: number;
            /** @description The day of the oldest service that is not paid for. */
            oldestOpenOn: string | null;
            /**
             * Format: date-time
             * @description Of those that were not taken back.
             */
            lastPaymentAt: string | null;
        };
        InvoiceAppointmentDto: {
            /** @description True leaves it open to changes; it gets its number when it is issued. */
            draft?: boolean;
        };
        PrintedClinicDto: {
            name: string;
            /** @description As it is printed, with its extension and remark. */
            phone: string | null;
            email: string | null;
            /** @enum {string} */
            country: "CA" | "US";
            /** @description By the name of the tax. */
            taxNumbers: {
                [key: string]: string;
            };
        };
        PrintedPlaceDto: {
            name: string;
            /** @description Its address, as on an envelope. */
            lines: string[];
        };
        PrintedPractitionerDto: {
            name: string;
            title: string;
            /** @description In other languages; null where none was said. */
            titleIn: components["schemas"]["TitleInDto"] | null;
            college: string | null;
            collegeIn: components["schemas"]["NameInDto"] | null;
            registrationNumber: string;
        };
        PrintedAppointmentDto: {
            start: string;
            minutes: number;
        };
        InvoicePrintedDto: {
            clinic: components["schemas"]["PrintedClinicDto"];
            location: components["schemas"]["PrintedPlaceDto"];
            /** @description The patient's legal name. */
            patientName: string;
            practitioner: components["schemas"]["PrintedPractitionerDto"];
            appointment: components["schemas"]["PrintedAppointmentDto"] | null;
        };
        InvoicePatientDto: {
            firstName: string;
            lastName: string;
            preferredName: string | null;
        };
        InvoicePractitionerDto: {
            displayName: string;
        };
        TaxAmountDto: {
            name: string;
            /** @description Thousandths of a percent: 13000 is 13 %. */
            rate: number;
            amount: components["schemas"]["MoneyDto"];
        };
        InvoiceLineDto: {
            id: string;
            description: string;
            serviceId: string | null;
            quantity: number;
            unitPrice: components["schemas"]["MoneyDto"];
            net: components["schemas"]["MoneyDto"];
            /** @enum {string} */
            taxCode: "exempt" | "taxable" | "zero_rated";
            taxes: components["schemas"]["TaxAmountDto"][];
        };
        PaymentReversalDto: {
            /** Format: date-time */
            at: string;
            reason: string;
            /** @description As the person was called then; null where a program did it that nobody stands behind. */
            byName: string | null;
        };
        PaymentFactsDto: {
            id: string;
            amount: components["schemas"]["MoneyDto"];
            /** @enum {string} */
            method: "cash" | "cheque" | "e_transfer" | "other" | "terminal";
            reference: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description Of a payment that was taken back, which counts no more; otherwise null. */
            reversal: components["schemas"]["PaymentReversalDto"] | null;
            /**
             * Format: date-time
             * @description The end of its day by the clock of the place: it can be taken back until then. Null once it was.
             */
            reversibleUntil: string | null;
        };
        InvoiceDto: {
            printed: components["schemas"]["InvoicePrintedDto"];
            id: string;
            /** @description Null while it is a draft; then gapless, as printed. */
            number: string | null;
            /** @enum {string} */
            status: "draft" | "issued" | "paid" | "void";
            patientId: string;
            patient: components["schemas"]["InvoicePatientDto"];
            practitionerId: string;
            practitioner: components["schemas"]["InvoicePractitionerDto"];
            appointmentId: string | null;
            /**
             * @description How its appointment stands now. A draft waits, and is issued, once the patient has arrived.
             * @enum {string|null}
             */
            appointmentStatus: "arrived" | "booked" | "cancelled" | "completed" | "confirmed" | "declined" | "in_session" | "late_cancelled" | "left_unseen" | "no_show" | null | "pending";
            locationId: string;
            /** @description By the clock of the location. */
            serviceDate: string;
            /** Format: date-time */
            issuedAt: string | null;
            /** Format: date-time */
            voidedAt: string | null;
            /** @description As it was given; null where nobody was asked, as when an arrival is undone. */
            voidReason: string | null;
            /**
             * Format: date-time
             * @description When somebody put the draft out of the way; null where nobody did.
             */
            discardedAt: string | null;
            lines: components["schemas"]["InvoiceLineDto"][];
            taxes: components["schemas"]["TaxAmountDto"][];
            subtotal: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            total: components["schemas"]["MoneyDto"];
            paid: components["schemas"]["MoneyDto"];
            /** @description What a void took away. */
            adjusted: components["schemas"]["MoneyDto"];
            open: components["schemas"]["MoneyDto"];
            /** @description Each that was taken, those taken back too: what counts has no `reversal`, and adds up to `paid`. */
            payments: components["schemas"]["PaymentFactsDto"][];
            version: number;
        };
        ListedInvoiceDto: {
            /** @description Null for a draft: what that would print is with the draft itself. */
            printed: components["schemas"]["InvoicePrintedDto"] | null;
            id: string;
            /** @description Null while it is a draft; then gapless, as printed. */
            number: string | null;
            /** @enum {string} */
            status: "draft" | "issued" | "paid" | "void";
            patientId: string;
            patient: components["schemas"]["InvoicePatientDto"];
            practitionerId: string;
            practitioner: components["schemas"]["InvoicePractitionerDto"];
            appointmentId: string | null;
            /**
             * @description How its appointment stands now. A draft waits, and is issued, once the patient has arrived.
             * @enum {string|null}
             */
            appointmentStatus: "arrived" | "booked" | "cancelled" | "completed" | "confirmed" | "declined" | "in_session" | "late_cancelled" | "left_unseen" | "no_show" | null | "pending";
            locationId: string;
            /** @description By the clock of the location. */
            serviceDate: string;
            /** Format: date-time */
            issuedAt: string | null;
            /** Format: date-time */
            voidedAt: string | null;
            /** @description As it was given; null where nobody was asked, as when an arrival is undone. */
            voidReason: string | null;
            /**
             * Format: date-time
             * @description When somebody put the draft out of the way; null where nobody did.
             */
            discardedAt: string | null;
            lines: components["schemas"]["InvoiceLineDto"][];
            taxes: components["schemas"]["TaxAmountDto"][];
            subtotal: components["schemas"]["MoneyDto"];
            tax: components["schemas"]["MoneyDto"];
            total: components["schemas"]["MoneyDto"];
            paid: components["schemas"]["MoneyDto"];
            /** @description What a void took away. */
            adjusted: components["schemas"]["MoneyDto"];
            open: components["schemas"]["MoneyDto"];
            /** @description Each that was taken, those taken back too: what counts has no `reversal`, and adds up to `paid`. */
            payments: components["schemas"]["PaymentFactsDto"][];
            version: number;
        };
        DraftLineDto: {
            /**
             * Format: uuid
             * @description Which line of the draft it was; left out for a new one. What is named bills what it billed, whatever is typed into it.
             */
            id?: string;
            description: string;
            quantity: number;
            /** @description Before tax, in the invoice's currency. */
            unitPrice: components["schemas"]["MoneyDto"];
            /** @enum {string} */
            taxCode: "exempt" | "taxable" | "zero_rated";
        };
        UpdateDraftDto: {
            /** @description All lines of the draft, in order; they replace those it had. */
            lines: components["schemas"]["DraftLineDto"][];
        };
        VoidInvoiceDto: {
            /** @description Why, in a few words; kept with the invoice and in the audit. */
            reason?: string | null;
        };
        AmountDto: {
            amount: number;
            /** @enum {string} */
            currency?: "CAD" | "USD";
        };
        ReceivePaymentDto: {
            /** @description `{amount, currency}` in cents; a bare number is cents in the invoice's currency. */
            amount: components["schemas"]["AmountDto"];
            /** @enum {string} */
            method: "cash" | "cheque" | "e_transfer" | "other" | "terminal";
            /** @description The terminal's slip, the cheque's number, the transfer's code. */
            reference?: string | null;
        };
        PaidInvoiceDto: {
            id: string;
            /** @enum {string} */
            status: "draft" | "issued" | "paid" | "void";
            open: components["schemas"]["MoneyDto"];
            version: number;
        };
        PaymentDto: {
            id: string;
            amount: components["schemas"]["MoneyDto"];
            /** @enum {string} */
            method: "cash" | "cheque" | "e_transfer" | "other" | "terminal";
            reference: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description Of a payment that was taken back, which counts no more; otherwise null. */
            reversal: components["schemas"]["PaymentReversalDto"] | null;
            /**
             * Format: date-time
             * @description The end of its day by the clock of the place: it can be taken back until then. Null once it was.
             */
            reversibleUntil: string | null;
            patientId: string;
            invoiceId: string;
            /** @description The invoice as it stands now. */
            invoice: components["schemas"]["PaidInvoiceDto"];
            version: number;
        };
        ReversePaymentDto: {
            /** @description Why, in a few words; kept with the payment and in the audit. */
            reason: string;
        };
        SignedMoneyDto: {
            amount: number;
            /** @enum {string} */
            currency: "CAD" | "USD";
        };
        LedgerAccountDto: {
            /** @enum {string} */
            account: "bank" | "card_clearing" | "cash" | "receivable" | "revenue" | "tax_payable";
            number: string;
            /** @enum {string} */
            type: "asset" | "income" | "liability";
            balance: components["schemas"]["SignedMoneyDto"];
        };
        PostingDto: {
            /** @enum {string} */
            account: "bank" | "card_clearing" | "cash" | "receivable" | "revenue" | "tax_payable";
            amount: components["schemas"]["SignedMoneyDto"];
        };
        JournalEntryDto: {
            id: string;
            source: string;
            sourceId: string;
            purpose: string;
            /** Format: date-time */
            at: string;
            /** @description The day on which it is booked, YYYY-MM-DD, by the clock of the place of its invoice. */
            postedOn: string;
            postings: components["schemas"]["PostingDto"][];
        };
        ListedPaymentDto: {
            id: string;
            amount: components["schemas"]["MoneyDto"];
            /** @enum {string} */
            method: "cash" | "cheque" | "e_transfer" | "other" | "terminal";
            reference: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description Of a payment that was taken back, which counts no more; otherwise null. */
            reversal: components["schemas"]["PaymentReversalDto"] | null;
            /**
             * Format: date-time
             * @description The end of its day by the clock of the place: it can be taken back until then. Null once it was.
             */
            reversibleUntil: string | null;
            patientId: string;
            invoiceId: string;
            /** @description As printed on the invoice. */
            invoiceNumber: string;
            version: number;
        };
        ReminderRuleDto: {
            id: string;
            /** @enum {string} */
            channel: "email" | "sms";
            /** @description Minutes before the appointment begins. */
            minutesBefore: number;
            active: boolean;
            version: number;
        };
        CreateReminderRuleDto: {
            /**
             * Format: minutes
             * @description Minutes before the appointment begins, 5 to 129,600 (90 days).
             */
            minutesBefore: number;
            /** @enum {string} */
            channel: "email" | "sms";
            active?: boolean;
        };
        UpdateReminderRuleDto: {
            /** Format: minutes */
            minutesBefore?: number;
            active?: boolean;
        };
        MessageTemplateDto: {
            id: string;
            /** @enum {string} */
            kind: "reminder";
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            locale: "en" | "fr";
            subject: string | null;
            body: string;
            version: number;
        };
        UpdateMessageTemplateDto: {
            /** @description Of an e-mail; an SMS has none. */
            subject?: string;
            /** @description Text with {{firstName}}, {{clinic}}, {{date}}, {{time}}, {{practitioner}}, {{location}}, {{phone}} and {{link}}. */
            body?: string;
        };
        MessagePatientDto: {
            firstName: string;
            lastName: string;
            preferredName: string | null;
        };
        MessageSharerDto: {
            firstName: string;
            lastName: string;
            preferredName: string | null;
            id: string;
        };
        MessageDto: {
            id: string;
            /**
             * @description What it is for.
             * @enum {string}
             */
            kind: "account_alert" | "address_proof" | "chart_opened" | "password_reset" | "received" | "reminder" | "reply" | "rights_notice" | "staff_invitation";
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            status: "delivered" | "failed" | "opted_out" | "queued" | "received" | "scheduled" | "sent" | "skipped" | "suppressed" | "unknown";
            /** @description Why it ended as it did, where that needs saying. */
            reason: string | null;
            patientId: string | null;
            /** @description Null for a message to a member of staff. */
            patient: components["schemas"]["MessagePatientDto"] | null;
            /** @description Of a text that came in from a phone that several patients have: they, of whom it is from one. Empty otherwise. */
            sharedBy: components["schemas"]["MessageSharerDto"][];
            appointmentId: string | null;
            ruleId: string | null;
            /**
             * Format: date-time
             * @description When the appointment begins.
             */
            startsAt: string | null;
            /** @description Of the appointment as a reminder tells of it; where the appointment has a later one, it got another time, place or practitioner since. */
            timeVersion: number | null;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            queuedAt: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: date-time */
            handledAt: string | null;
            /** @description True where staff must look into it. */
            attention: boolean;
            /** @description True while links to the appointment open it, this message's or another's. */
            linksOpen: boolean;
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        MessageAttentionDto: {
            count: number;
        };
        MessageAttemptDto: {
            number: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string|null} */
            outcome: "accepted" | "ambiguous" | null | "refused" | "retry";
            code: string | null;
        };
        MessageDetailDto: {
            id: string;
            /**
             * @description What it is for.
             * @enum {string}
             */
            kind: "account_alert" | "address_proof" | "chart_opened" | "password_reset" | "received" | "reminder" | "reply" | "rights_notice" | "staff_invitation";
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            status: "delivered" | "failed" | "opted_out" | "queued" | "received" | "scheduled" | "sent" | "skipped" | "suppressed" | "unknown";
            /** @description Why it ended as it did, where that needs saying. */
            reason: string | null;
            patientId: string | null;
            /** @description Null for a message to a member of staff. */
            patient: components["schemas"]["MessagePatientDto"] | null;
            /** @description Of a text that came in from a phone that several patients have: they, of whom it is from one. Empty otherwise. */
            sharedBy: components["schemas"]["MessageSharerDto"][];
            appointmentId: string | null;
            ruleId: string | null;
            /**
             * Format: date-time
             * @description When the appointment begins.
             */
            startsAt: string | null;
            /** @description Of the appointment as a reminder tells of it; where the appointment has a later one, it got another time, place or practitioner since. */
            timeVersion: number | null;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            queuedAt: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: date-time */
            handledAt: string | null;
            /** @description True where staff must look into it. */
            attention: boolean;
            /** @description True while links to the appointment open it, this message's or another's. */
            linksOpen: boolean;
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            version: number;
            to: string | null;
            subject: string | null;
            text: string | null;
            history: components["schemas"]["MessageAttemptDto"][];
        };
        ResolveMessageDto: {
            /**
             * @description What staff found out about an unknown one: `sent` closes it; `not_sent` sends it again, where there is still reason to.
             *     One that failed or is held too long is `handled` once somebody has told the patient in another way, a received one once it
             *     was read and answered.
             * @enum {string}
             */
            outcome: "handled" | "not_sent" | "sent";
        };
        ReminderOutlookDto: {
            ruleId: string;
            /** @enum {string} */
            channel: "email" | "sms";
            /** @description Null while none is planned. */
            messageId: string | null;
            /** Format: date-time */
            dueAt: string;
            /**
             * @description `goes` when it is due, as things stand; `gone` is with the provider or has arrived; `held` does not go.
             * @enum {string}
             */
            outlook: "goes" | "gone" | "held";
            /** @description Why it is held; `short_notice` where its moment had passed when the appointment was booked or moved, `moment_passed` where something held it then that is gone since. */
            reason: string | null;
        };
        PublicClinicDto: {
            name: string;
            /** @description Of the place, or else the clinic's; in E.164. */
            phone: string | null;
            phoneExtension: string | null;
            phoneRemark: string | null;
            email: string | null;
        };
        PublicEmailsDto: {
            /**
             * @description What the patient is written to in, as it was stated; a bare language is as `country` writes it.
             * @enum {string}
             */
            locale: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            /**
             * @description The clinic's.
             * @enum {string}
             */
            country: "CA" | "US";
            clinic: components["schemas"]["PublicClinicDto"];
            /** @description The address with its middle left out, e.g. `m•••@example.org`. */
            address: string;
            /**
             * @description Null while e-mails go there. Here they are started again by `start`; what was said at the clinic is taken back there.
             * @enum {string|null}
             */
            stoppedBy: "clinic" | "link" | null;
        };
        PublicAppointmentDto: {
            start: string;
            end: string;
            /** @description The same by the clock of the place, with its offset: `2026-12-01T10:00:00-05:00`. A page that shows it needs no zone's data. */
            localStart: string;
            localEnd: string;
            /** @description IANA zone of the place; show the time in it. */
            timeZone: string;
            /** @enum {string} */
            status: "arrived" | "booked" | "cancelled" | "completed" | "confirmed" | "declined" | "in_session" | "late_cancelled" | "left_unseen" | "no_show" | "pending";
            /**
             * @description Who called it off; null while it stands.
             * @enum {string|null}
             */
            cancelledBy: "clinic" | null | "patient";
            practitioner: string;
            location: string;
            /** @description Send it with an action, so that what was not shown is not acted upon. */
            version: number;
        };
        PublicLinkDto: {
            /** @enum {string} */
            kind: "appointment";
            /**
             * @description What the patient is written to in, as it was stated; a bare language is as `country` writes it.
             * @enum {string}
             */
            locale: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            /**
             * @description The clinic's.
             * @enum {string}
             */
            country: "CA" | "US";
            clinic: components["schemas"]["PublicClinicDto"];
            appointment: components["schemas"]["PublicAppointmentDto"];
            /** @description What may be posted to `/public/links/{token}/{action}` now. */
            actions: ("cancel" | "confirm")[];
            /** @description To cancel in the last so many hours before the appointment begins is late by the clinic’s policy; 0 where it never is. */
            noticeHours: number;
            /** @description Other times that the clinic proposes. */
            proposals: components["schemas"]["SlotDto"][];
        };
        LinkActionDto: {
            /** @description `appointment.version` as it was shown. It may come as If-Match instead; without either the answer is 428. */
            version?: number;
        };
        AuditEntryDto: {
            id: string;
            /** Format: date-time */
            at: string;
            actorType: string;
            actorId: string;
            /** @description The member's name, or the key's; null where the actor is Keel itself or a link. */
            actorName: string | null;
            action: string;
            what: string;
            patientIds: string[];
            entityId: string | null;
            /** @description What somebody typed where a rule asked for a reason. */
            reason: string | null;
            requestId: string;
            ip: string | null;
        };
        AuditFaultDto: {
            /**
             * @description Rows of the seal were `changed` or `removed`; `planted` are in no seal; the seals themselves do not follow each other or were not made by Keel.
             * @enum {string}
             */
            kind: "bad_signature" | "broken_chain" | "changed" | "empty_chain" | "planted" | "removed";
            seal: number;
            /** @description Which rows, at most twenty of them; empty where it cannot be told. */
            entryIds: string[];
        };
        AuditHeadDto: {
            seal: number;
            /** @description SHA-256, hexadecimal. */
            hash: string;
            /** Format: date-time */
            sealedAt: string;
        };
        AuditVerificationDto: {
            /** @description True where this page of the chain has no fault. */
            intact: boolean;
            /** @description How many of them this page read. */
            seals: number;
            entries: number;
            faults: components["schemas"]["AuditFaultDto"][];
            head: components["schemas"]["AuditHeadDto"] | null;
            /** @description Rows newer than the head, which the next seal will take. */
            waiting: number;
            /** @description Send it as `after` for the next page; null at the end of the chain. */
            next: number | null;
        };
        SnippetInDto: {
            en?: string;
            fr?: string;
        };
        SearchHitDto: {
            /** @enum {string} */
            kind: "appointment" | "invoice" | "patient";
            id: string;
            /** @description The patient's name; of an invoice its number as printed, empty while it is a draft. */
            title: string;
            /** @description What tells it from its neighbours: date of birth and phone, service and practitioner, or the patient's name. */
            snippet: string;
            /** @description In other languages, of an appointment whose service has a name in them; else null. */
            snippetIn: components["schemas"]["SnippetInDto"] | null;
            patientId: string;
            /**
             * Format: date-time
             * @description When the appointment begins, or the invoice was issued.
             */
            at: string | null;
            /** @enum {string|null} */
            status: "arrived" | "booked" | "cancelled" | "completed" | "confirmed" | "declined" | "draft" | "in_session" | "issued" | "late_cancelled" | "left_unseen" | "no_show" | null | "paid" | "pending" | "void";
        };
        SearchTotalsDto: {
            /** @description `GET /patients?q=` has them all, page by page. */
            patient: number | string;
            /** @description Of the best patients that are shown; 0 where no room was left for any. */
            appointment: number | string;
            /** @description Of the best patients that are shown, and by its number. */
            invoice: number | string;
        };
        SearchResultDto: {
            /** @description Patients, then their appointments, then invoices: the best and most recent of each first. */
            data: components["schemas"]["SearchHitDto"][];
            totals: components["schemas"]["SearchTotalsDto"];
        };
        TimelineRefDto: {
            /** @enum {string} */
            type: "appointment" | "invoice" | "message" | "note" | "patient" | "payment";
            id: string;
        };
        TimelineEntryDto: {
            id: string;
            /**
             * @description The event's name, e.g. `appointment.booked`.
             * @enum {string}
             */
            kind: "appointment.answer_withdrawn" | "appointment.arrived" | "appointment.booked" | "appointment.cancelled" | "appointment.completed" | "appointment.confirmed" | "appointment.left_unseen" | "appointment.moved" | "appointment.no_show" | "appointment.patient_told" | "appointment.patient_untold" | "appointment.reopened" | "appointment.restored" | "appointment.started" | "appointment.unarrived" | "invoice.issued" | "invoice.voided" | "message.delivered" | "message.failed" | "message.received" | "message.sent" | "message.unknown" | "note.amended" | "note.entered_in_error" | "note.signed" | "note.started" | "patient.created" | "payment.received" | "payment.reversed";
            /** Format: date-time */
            at: string;
            /** @description A line for people. */
            summary: string;
            ref: components["schemas"]["TimelineRefDto"];
            /** @description The appointment and the invoice it belongs to. */
            appointmentId: string | null;
            invoiceId: string | null;
        };
        FieldFaultDto: {
            /** @description JSON pointer into the request body, e.g. `/price/amount`. */
            pointer: string;
            detail: string;
        };
        ProblemDetailsDto: {
            type: string;
            title: string;
            status: number;
            /** @description Stable; programs branch on it. */
            code: string;
            /** @description What happened and what to do next. */
            detail: string;
            requestId: string;
            errors?: components["schemas"]["FieldFaultDto"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    alarmsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmsDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    deadLettersList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DeadLetterDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    deadLettersGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    deadLettersReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    eventsListen: {
        parameters: {
            query?: {
                clinicId?: string;
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    workItemsList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description One or several, repeated or with commas between. */
                kind?: ("chart_access_review" | "dead_letter" | "message_delayed" | "message_failed" | "message_held" | "message_received" | "message_unknown")[];
                /** @description Whose: somebody's login, `me`, or `nobody` for what is still anybody's. */
                assignee?: string;
                /** @description `true` lists what is done or too late, the latest first; otherwise what is to be done, the most urgent first. */
                done?: "false" | "true";
                /** @description The language of `title`; English by default. */
                locale?: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WorkItemDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    workItemsCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkItemCountsDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    workItemsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkItemDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    workItemsUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWorkItemDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkItemDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    addressProofsState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressProofDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    addressProofsProve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveAddressDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressProofDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    addressProofsMailAgain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressProofDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    addressProofsCorrect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectAddressDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressProofDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    addressProofsConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmAddressDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    apiKeysList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKeyDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    apiKeysCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    apiKeysGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    apiKeysRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    apiKeysAdopt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    clinicsSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    clinicsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    clinicsUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateClinicDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    factorsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    factorsBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginFactorDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunFactorDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    factorsConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmFactorDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedFactorDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    factorsRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invitationsAccept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"] | components["schemas"]["SecondFactorWantedDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    locationsList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["LocationDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    locationsCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLocationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    locationsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    locationsUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateLocationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    ownAccountStepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    ownAccountStepUpChoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepUpChoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    ownAccountActive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    ownAccountChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    ownAccountList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OwnSessionDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    ownAccountEndOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    ownAccountEnd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    passwordResetsAsk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordResetDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    passwordResetsComplete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePasswordResetDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    practitionersList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PractitionerDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    practitionersAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPractitionerDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PractitionerDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    practitionersGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PractitionerDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    practitionersUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePractitionerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PractitionerDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    practitionersInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PractitionerDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    sessionMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    sessionSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"] | components["schemas"]["ClinicChoicesDto"] | components["schemas"]["SecondFactorWantedDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    sessionSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    sessionSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"] | components["schemas"]["ClinicChoicesDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    sessionChoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorChoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    sessionChoose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseClinicDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    signUpState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpStateDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    staffList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StaffDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    staffInvite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteStaffDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    staffGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    staffUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateStaffDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    staffEndSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    staffResetSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    patientsList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Forgiving search: names in any order with typing errors, part of a phone number, a date of birth. */
                q?: string;
                /** @description Of a list; a search has its best hits first, and refuses another order. */
                sort?: "-lastName" | "lastName";
                tag?: string;
                externalId?: string;
                archived?: "false" | "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PatientSummaryDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    patientsCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePatientDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    patientsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    patientsUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePatientDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    patientsConsentHistory: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ConsentDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    patientsRecordConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordConsentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmAppointmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsArrive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsUnarrive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsComplete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsReopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelAppointmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsNoShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsLeaveUnseen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsPatientTold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsPatientNotTold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentActionsWithdrawLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawnLinksDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentsList: {
        parameters: {
            query: {
                /** @description Appointments that start from here: a day of the clinic, or of the location asked for, or an instant. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                practitionerId?: string;
                patientId?: string;
                locationId?: string;
                status?: "arrived" | "booked" | "cancelled" | "completed" | "confirmed" | "declined" | "in_session" | "late_cancelled" | "left_unseen" | "no_show" | "pending";
                /** @description `false`: took place, and nobody has invoiced it yet. */
                invoiced?: "false" | "true";
                /** @description `true`: cancelled or moved by the clinic, and the patient has not been told. */
                untold?: "true";
                /** @description By start; `-start` gives the latest first. */
                sort?: "-start" | "start";
                /** @description Rows a page, 1 to 2000: a week of the schedule comes at once. */
                limit: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AppointmentDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentsBook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookAppointmentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentsListDays: {
        parameters: {
            query: {
                /** @description The first day, by the clinic's calendar. */
                from: string;
                /** @description Exclusive; at most 92 days after the first. */
                to: string;
                practitionerId?: string;
                /** @description `true`: what was cancelled or missed is counted too, in `ended`. */
                ended?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDaysDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentsCountUntold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UntoldCountDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentsListNearest: {
        parameters: {
            query: {
                /** @description Whose: 1 to 50 patients, `patientIds` once for each. */
                patientIds: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsNearestAppointmentsDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentsMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveAppointmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentsRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RestoreAppointmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    availabilityFind: {
        parameters: {
            query: {
                /** @description A day of the clinic. */
                from: string;
                /** @description A day of the clinic, exclusive; at most 92 days after `from`. */
                to: string;
                serviceId: string;
                /** @description By default everybody of the service's profession. */
                practitionerId?: string;
                /** @description `nextCursor` of the answer before, with the rest of the query unchanged. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    servicesList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                profession?: "counsellor" | "foot_care_nurse" | "massage_therapist" | "occupational_therapist" | "physiotherapist";
                /** @description `true` lists the archived ones too. */
                archived?: "false" | "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ServiceDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    servicesCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateServiceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    servicesGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    servicesUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateServiceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    servicesArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    servicesUnarchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    timeOffList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description What touches the time from here; a day of the clinic or an instant. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                practitionerId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimeOffDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    timeOffCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTimeOffDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeOffDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    timeOffGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeOffDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    timeOffRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    timeOffUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTimeOffDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeOffDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    workingHoursOfPractitioner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WorkingHoursDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    workingHoursSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWorkingHoursDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingHoursDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    workingHoursList: {
        parameters: {
            query?: {
                practitionerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WorkingHoursDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    workingHoursGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingHoursDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    workingHoursRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    allergiesList: {
        parameters: {
            query: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                patientId: string;
                externalId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AllergyDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    allergiesCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAllergyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllergyDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    allergiesGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllergyDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    allergiesUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAllergyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllergyDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    chartAccessOpen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenChartDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChartAccessDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    chartAccessList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description True for those that wait for a review. */
                unreviewed?: "false" | "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ChartAccessDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    chartAccessGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChartAccessDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    chartAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewChartAccessDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChartAccessDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    chartAccessEnd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChartAccessDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    chartGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChartDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    medicationsList: {
        parameters: {
            query: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                patientId: string;
                externalId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MedicationDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    medicationsCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMedicationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicationDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    medicationsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicationDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    medicationsUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMedicationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicationDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Without it: the caller's own notes, or all of the clinic for those who see all. */
                patientId?: string;
                appointmentId?: string;
                practitionerId?: string;
                status?: "amended" | "draft" | "entered_in_error" | "signed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NoteHeadDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesStart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartNoteDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesOpen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesReplaceDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesChangeDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NoteVersionDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesUnshare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesSign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesAmend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAddendumDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddendumDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    notesEnterInError: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterInErrorDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    noteTemplatesList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NoteTemplateDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    noteTemplatesCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateNoteTemplateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteTemplateDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    noteTemplatesGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteTemplateDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    noteTemplatesUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateNoteTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteTemplateDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    noteTemplatesVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteTemplateDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    phrasesList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PhraseDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    phrasesCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePhraseDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    phrasesGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    phrasesRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    phrasesUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePhraseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    problemsList: {
        parameters: {
            query: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                patientId: string;
                externalId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ProblemDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    problemsCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProblemDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    problemsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    problemsUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProblemDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    balancesOfPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientBalanceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesOfAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceAppointmentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesOfNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceAppointmentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description For services of this day or later. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                patientId?: string;
                practitionerId?: string;
                appointmentId?: string;
                /** @description `open`: issued, with something still owed; `discarded`: drafts put out of the way, which are in no other list. */
                status?: "discarded" | "draft" | "issued" | "open" | "paid" | "void";
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ListedInvoiceDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateDraftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesIssue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesDiscard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesVoid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidInvoiceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesPay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceivePaymentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesReverse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReversePaymentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    invoicesPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    ledgerAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["LedgerAccountDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    ledgerEntries: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["JournalEntryDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    paymentsList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                patientId?: string;
                invoiceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ListedPaymentDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    reminderRulesList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReminderRuleDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    reminderRulesCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReminderRuleDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderRuleDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    reminderRulesGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderRuleDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    reminderRulesRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    reminderRulesUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateReminderRuleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderRuleDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    messageTemplatesList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MessageTemplateDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    messageTemplatesGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplateDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    messageTemplatesUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMessageTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplateDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    messagesList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description One or several, repeated or with commas between. */
                status?: ("delivered" | "failed" | "opted_out" | "queued" | "received" | "scheduled" | "sent" | "skipped" | "suppressed" | "unknown")[];
                /**
                 * @description `true` lists what staff must look into: failed or unknown and still in time for its appointment, held by our bounds until it is
                 *     too late for it, or a patient's text that a person has to read; not yet taken care of.
                 */
                attention?: "false" | "true";
                /** @description `newest` by default; `attention` puts first what staff must look into. */
                sort?: "attention" | "newest";
                /** @description `patients` lists what goes to and comes from patients, `staff` the mails to those who work here; both by default. */
                audience?: "patients" | "staff";
                channel?: "email" | "sms";
                patientId?: string;
                appointmentId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MessageDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    messagesAttention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageAttentionDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    messagesGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetailDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    messagesResolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveMessageDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetailDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    appointmentRemindersReminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReminderOutlookDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    twilioStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    twilioReceive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    publicEmailsShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicEmailsDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    publicEmailsOpen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page of the link */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    publicEmailsOneClick: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    "List-Unsubscribe"?: "One-Click";
                };
                "multipart/form-data": {
                    /** @enum {string} */
                    "List-Unsubscribe"?: "One-Click";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    publicEmailsStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicEmailsDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    publicEmailsStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicEmailsDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    publicLinksShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicLinkDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    publicLinksCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    publicLinksAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
                action: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkActionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicLinkDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    auditList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description From this instant on. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Whose record was touched. */
                patientId?: string;
                /** @description The user, key or link that acted. */
                actorId?: string;
                action?: "create" | "delete" | "export" | "override" | "read" | "send" | "sign" | "sign_in" | "sign_in_failed" | "sign_out" | "step_up" | "update";
                /** @description Kind of information, e.g. `note`, `patient.demographics`. */
                what?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditEntryDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    auditVerify: {
        parameters: {
            query: {
                /** @description Number of the seal to go on after: `next` of the page before. */
                after: number;
                /** @description A head that was kept elsewhere, with its hash: that it is still in the chain, so that nobody cut the chain short. */
                seal?: number;
                hash?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerificationDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    searchFind: {
        parameters: {
            query: {
                /** @description A name in any order and spelling, a phone number, a date of birth, or the number of an invoice. */
                q: string;
                /** @description Hits in all, 1 to 50. */
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResultDto"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
    timelineList: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `-at`: newest first. */
                sort?: "-at" | "at";
                /** @description Only what concerns appointments, notes, money or messages. */
                theme?: "appointments" | "messages" | "money" | "notes";
                /** @description Language of the summaries; by default the clinic's. */
                locale?: "en" | "en-CA" | "en-US" | "fr" | "fr-CA";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimelineEntryDto"][];
                        /** @description Send it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages, or the least that there are, such as "50+". */
                        total: number | string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetailsDto"];
                };
            };
        };
    };
}
