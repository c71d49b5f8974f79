// SPDX-License-Identifier: Apache-2.0

//! Tickets: issued, claimed, objected to and revoked (D8).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use linli_primitives::OwnerKind;
use sp_core::{sr25519, Pair, H256};
use sp_runtime::{
	testing::TestSignature,
	traits::{Applyable, Checkable, Dispatchable},
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError},
	ApplyExtrinsicResult, DispatchError,
};

const NEW: u64 = 50;

fn transaction(call: RuntimeCall) -> UncheckedExtrinsic {
	UncheckedExtrinsic::new_transaction(call, (frame_system::AuthorizeCall::<Test>::new(),))
}

/// Validates the call as a general transaction, as the pool does.
fn validate(call: RuntimeCall) -> TransactionValidity {
	let transaction = transaction(call);
	let info = transaction.get_dispatch_info();
	let length = codec::Encode::encoded_size(&transaction);
	let checked = Checkable::check(transaction, &frame_system::ChainContext::<Test>::default())?;
	checked.validate::<Test>(TransactionSource::External, &info, length)
}

/// Applies the call as a general transaction, as a block does.
fn apply(call: RuntimeCall) -> ApplyExtrinsicResult {
	let transaction = transaction(call);
	let info = transaction.get_dispatch_info();
	let length = codec::Encode::encoded_size(&transaction);
	let checked = Checkable::check(transaction, &frame_system::ChainContext::<Test>::default())?;
	checked.apply::<Test>(&info, length).map(|result| result.map(|_| ()).map_err(|error| error.error))
}

fn refused(refusal: Refusal) -> TransactionValidityError {
	InvalidTransaction::Custom(refusal.code()).into()
}

fn authorized() -> RuntimeOrigin {
	frame_system::RawOrigin::Authorized.into()
}

/// Dispatches the call without checking its authorization.
fn dispatch(call: RuntimeCall) -> Result<(), DispatchError> {
	call.dispatch(authorized()).map(|_| ()).map_err(|error| error.error)
}

/// A ticket for Zhao's first account.
fn first_ticket(number: u8) -> Change {
	Change::IssueTicket { owner: ZHAO, ticket: ticket(number) }
}

#[test]
fn a_household_claims_its_ticket_without_money() {
	ExtBuilder::default().build_and_execute(|| {
		let call = claim_call(ZHAO, ZHAOS, NEW);
		let validity = validate(call.clone()).unwrap();
		assert_eq!(validity.provides.len(), 1);
		assert!(validity.propagate && validity.longevity <= 64 && validity.priority == 0);
		assert!(!System::account_exists(&NEW));
		assert_eq!(apply(call), Ok(Ok(())));
		assert_eq!(last_event(), Event::Claimed { owner: ZHAO, account: NEW, ticket: ticket(ZHAOS), replaced: None });
		assert_eq!(Registry::owner_of(&NEW), Some(ZHAO));
		let owner = Owners::<Test>::get(ZHAO).unwrap();
		assert_eq!((owner.representative, owner.accounts.to_vec()), (Some(NEW), vec![NEW]));
		assert_eq!(System::sufficients(&NEW), 1);
	});
}

#[test]
fn a_ticket_cannot_be_claimed_twice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(apply(claim_call(ZHAO, ZHAOS, NEW)), Ok(Ok(())));
		for account in [NEW, STRANGER] {
			assert_eq!(apply(claim_call(ZHAO, ZHAOS, account)), Err(refused(Refusal::TicketNotFound)));
		}
		assert_noop!(dispatch(claim_call(ZHAO, ZHAOS, STRANGER)), Error::<Test>::TicketNotFound);
	});
}

#[test]
fn claims_of_one_ticket_provide_the_same_tag() {
	ExtBuilder::default().build_and_execute(|| {
		let one = validate(claim_call(ZHAO, ZHAOS, NEW)).unwrap();
		let other = validate(claim_call(ZHAO, ZHAOS, STRANGER)).unwrap();
		assert_eq!(one.provides, other.provides);
	});
}

#[test]
fn forged_claims_never_enter_a_block() {
	ExtBuilder::default().build_and_execute(|| {
		let forge = |owner, number: u8, signed_by: u8, signed_for: (u32, u64), account| {
			let message = Registry::claim_payload(signed_for.0, &ticket(number), &signed_for.1);
			let consent = TestSignature(account, Registry::claim_payload(owner, &ticket(number), &account));
			let signature = ticket_pair(signed_by).sign(&message);
			RuntimeCall::Registry(Call::claim {
				owner,
				ticket: ticket(number),
				account,
				signature,
				consent,
				second: None,
			})
		};
		// Signed by another key; for another account; for another owner; not signed.
		for call in [
			forge(ZHAO, ZHAOS, 6, (ZHAO, NEW), NEW),
			forge(ZHAO, ZHAOS, ZHAOS, (ZHAO, STRANGER), NEW),
			forge(ZHAO, ZHAOS, ZHAOS, (LI, NEW), NEW),
			RuntimeCall::Registry(Call::claim {
				owner: ZHAO,
				ticket: ticket(ZHAOS),
				account: NEW,
				signature: sr25519::Signature::from_raw([0; 64]),
				consent: TestSignature(NEW, Registry::claim_payload(ZHAO, &ticket(ZHAOS), &NEW)),
				second: None,
			}),
		] {
			assert_eq!(validate(call.clone()), Err(InvalidTransaction::BadProof.into()));
			assert_eq!(apply(call), Err(InvalidTransaction::BadProof.into()));
		}
		assert_eq!(Registry::owner_of(&NEW), None);
	});
}

/// Validates a claim of the ticket with this number for the account, whose consent is `consent`.
fn claim_with(owner: u32, number: u8, account: u64, consent: TestSignature) -> TransactionValidity {
	let message = Registry::claim_payload(owner, &ticket(number), &account);
	let signature = ticket_pair(number).sign(&message);
	validate(RuntimeCall::Registry(Call::claim {
		owner,
		ticket: ticket(number),
		account,
		signature,
		consent,
		second: None,
	}))
}

#[test]
fn a_ticket_binds_no_account_that_did_not_ask() {
	ExtBuilder::default().build_and_execute(|| {
		// Zhao's claim is in the pool. A rival sees the account there and claims it for the company, by an invitation.
		let RuntimeCall::Registry(Call::claim { consent, .. }) = claim_call(ZHAO, ZHAOS, NEW) else { unreachable!() };
		assert_ok!(Registry::invite(signed(COMPANY_1), ticket(6)));
		let refused = Err(InvalidTransaction::BadSigner.into());
		assert_eq!(claim_with(COMPANY, 6, NEW, consent.clone()), refused);
		// Nor does the rival's own signature do, nor one for another ticket of the same owner.
		let message = Registry::claim_payload(COMPANY, &ticket(6), &NEW);
		assert_eq!(claim_with(COMPANY, 6, NEW, TestSignature(STRANGER, message.clone())), refused);
		assert_ok!(made(first_ticket(7)));
		assert_eq!(claim_with(ZHAO, 7, NEW, consent), refused);
		assert_eq!(apply(claim_call(ZHAO, 7, NEW)), Ok(Ok(())));
		assert_eq!(Registry::owner_of(&NEW), Some(ZHAO));
	});
}

#[test]
fn a_stolen_ticket_is_worth_nothing_without_its_second_factor() {
	const FACTOR: u8 = 200;
	let mut builder = ExtBuilder::default();
	builder.0.owners[ZHAO as usize].second_factor = Some(H256(ticket(FACTOR)));
	builder.build_and_execute(|| {
		let claim = |signed_by: Option<u8>, account| {
			let RuntimeCall::Registry(Call::claim { owner, ticket, signature, consent, .. }) =
				claim_call(ZHAO, ZHAOS, account)
			else {
				unreachable!()
			};
			let message = Registry::claim_payload(ZHAO, &ticket, &account);
			let second = signed_by.map(|number| ticket_pair(number).sign(&message));
			RuntimeCall::Registry(Call::claim { owner, ticket, account, signature, consent, second })
		};
		assert_eq!(Registry::ticket(ticket(ZHAOS)).unwrap().second_factor, Some(ticket(FACTOR)));
		// The thief has the ticket; wrong codes never enter a block, however often they are tried.
		assert_eq!(apply(claim(None, STRANGER)), Err(refused(Refusal::SecondFactorRequired)));
		for number in [ZHAOS, 201, 202] {
			assert_eq!(apply(claim(Some(number), STRANGER)), Err(refused(Refusal::SecondFactorMismatch)));
		}
		// Nor does the factor that the thief saw in Zhao's claim, which names Zhao's account.
		let RuntimeCall::Registry(Call::claim { second, .. }) = claim(Some(FACTOR), NEW) else { unreachable!() };
		let RuntimeCall::Registry(Call::claim { owner, ticket, account, signature, consent, .. }) =
			claim(None, STRANGER)
		else {
			unreachable!()
		};
		let stolen = RuntimeCall::Registry(Call::claim { owner, ticket, account, signature, consent, second });
		assert_eq!(apply(stolen), Err(refused(Refusal::SecondFactorMismatch)));
		assert_eq!(apply(claim(Some(FACTOR), NEW)), Ok(Ok(())));
		assert_eq!(Registry::owner_of(&NEW), Some(ZHAO));
	});
}

#[test]
fn a_renewed_ticket_asks_for_no_second_factor() {
	let mut builder = ExtBuilder::default();
	builder.0.owners[ZHAO as usize].second_factor = Some(H256(ticket(200)));
	builder.build_and_execute(|| {
		// Two people have checked the papers.
		assert_ok!(made(first_ticket(6)));
		assert_eq!(apply(claim_call(ZHAO, 6, NEW)), Ok(Ok(())));
	});
}

#[test]
fn the_codes_of_second_factors_are_their_own() {
	let codes = [Refusal::TicketExpired, Refusal::SecondFactorRequired, Refusal::SecondFactorMismatch];
	assert_eq!(codes.map(Refusal::code), [9, 10, 11]);
	let error = |refusal| DispatchError::from(Error::<Test>::from(refusal));
	assert_eq!(error(Refusal::SecondFactorRequired), Error::<Test>::SecondFactorRequired.into());
	assert_eq!(error(Refusal::SecondFactorMismatch), Error::<Test>::SecondFactorMismatch.into());
}

#[test]
fn an_account_consents_through_a_wallet_that_wraps_bytes() {
	ExtBuilder::default().build_and_execute(|| {
		let message = Registry::claim_payload(ZHAO, &ticket(ZHAOS), &NEW);
		let wrap = |start: &str, end: &str| {
			TestSignature(NEW, [start.as_bytes(), message.as_slice(), end.as_bytes()].concat())
		};
		assert_ok!(claim_with(ZHAO, ZHAOS, NEW, wrap("<Bytes>", "</Bytes>")));
		for (start, end) in [("<Bytes>", ""), ("", "</Bytes>"), ("<bytes>", "</bytes>")] {
			assert_eq!(claim_with(ZHAO, ZHAOS, NEW, wrap(start, end)), Err(InvalidTransaction::BadSigner.into()));
		}
	});
}

#[test]
fn a_claim_for_another_chain_is_invalid() {
	ExtBuilder::default().build_and_execute(|| {
		let call = claim_call(ZHAO, ZHAOS, NEW);
		frame_system::BlockHash::<Test>::insert(0, hash(1));
		assert_eq!(validate(call), Err(InvalidTransaction::BadProof.into()));
	});
}

#[test]
fn each_refusal_has_its_code_and_error() {
	ExtBuilder::default().build_and_execute(|| {
		let refuses = |call: RuntimeCall, refusal: Refusal| {
			assert_eq!(validate(call.clone()), Err(refused(refusal)));
			assert_noop!(dispatch(call), Error::<Test>::from(refusal));
		};
		refuses(claim_call(ZHAO, 6, NEW), Refusal::TicketNotFound);
		refuses(claim_call(LI, ZHAOS, NEW), Refusal::NotTicketOwner);
		refuses(claim_call(ZHAO, ZHAOS, LI_1), Refusal::AccountAlreadyRegistered);

		assert_ok!(issue(LI, 7, LI_1));
		refuses(claim_call(LI, 7, NEW), Refusal::NotValidYet);

		// A first ticket of an owner with accounts, which no call issues.
		assert_ok!(Registry::open_ticket(DEVELOPER, ticket(8), Purpose::First));
		refuses(claim_call(DEVELOPER, 8, 51), Refusal::NotFirst);

		assert_ok!(issue(COMPANY, 11, COMPANY_1));
		assert_ok!(Registry::object(signed(COMPANY_1), ticket(11)));
		pass(WEEK);
		refuses(claim_call(COMPANY, 11, 53), Refusal::ObjectionOutstanding);

		// The account to be replaced does not leave in the meantime, which would make the ticket void.
		assert_ok!(issue(WANGS, 9, WANG_2));
		assert_noop!(Registry::leave(signed(WANG_2)), Error::<Test>::ReplacementAlreadyOpen);
	});
}

#[test]
fn the_number_of_accounts_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for number in 10..17 {
			assert_ok!(Registry::invite(signed(WANG_1), ticket(number)));
		}
		for number in 10..16 {
			assert_eq!(apply(claim_call(WANGS, number, u64::from(number) + 100)), Ok(Ok(())));
		}
		let late = claim_call(WANGS, 16, NEW);
		assert_eq!(validate(late.clone()), Err(refused(Refusal::NoRoom)));
		assert_noop!(dispatch(late), Error::<Test>::TooManyAccounts);
		assert_noop!(Registry::invite(signed(WANG_1), ticket(17)), Error::<Test>::TooManyAccounts);
	});
}

#[test]
fn a_claim_needs_an_authorized_origin() {
	ExtBuilder::default().build_and_execute(|| {
		let RuntimeCall::Registry(Call::claim { owner, ticket, account, signature, consent, second }) =
			claim_call(ZHAO, ZHAOS, NEW)
		else {
			unreachable!()
		};
		for origin in [signed(NEW), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				Registry::claim(origin, owner, ticket, account, signature, consent.clone(), second),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn the_first_ticket_is_valid_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(made(first_ticket(6)));
		assert_eq!(
			last_event(),
			Event::TicketIssued { owner: ZHAO, ticket: ticket(6), purpose: Purpose::First, valid_from: Now::get() }
		);
		assert_eq!(apply(claim_call(ZHAO, 6, NEW)), Ok(Ok(())));
	});
}

#[test]
fn a_lost_key_is_replaced_after_a_week() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(issue(WANGS, 6, WANG_1));
		let from = Now::get() + WEEK;
		assert_eq!(
			last_event(),
			Event::TicketIssued {
				owner: WANGS,
				ticket: ticket(6),
				purpose: Purpose::Replacement { account: WANG_1 },
				valid_from: from,
			}
		);
		pass(WEEK - 1);
		assert_eq!(Registry::may_claim(ticket(6)), None);
		assert_eq!(apply(claim_call(WANGS, 6, NEW)), Err(refused(Refusal::NotValidYet)));
		pass(1);
		assert_eq!(Registry::may_claim(ticket(6)), Some(WANGS));
		assert_eq!(apply(claim_call(WANGS, 6, NEW)), Ok(Ok(())));
		assert_eq!(
			last_event(),
			Event::Claimed { owner: WANGS, account: NEW, ticket: ticket(6), replaced: Some(WANG_1) }
		);
		let owner = Owners::<Test>::get(WANGS).unwrap();
		assert_eq!((owner.representative, owner.accounts.to_vec()), (Some(NEW), vec![NEW, WANG_2]));
		assert_eq!(Registry::owner_of(&WANG_1), None);
		assert_eq!((System::sufficients(&WANG_1), System::sufficients(&NEW)), (0, 1));
	});
}

#[test]
fn replacing_another_account_keeps_the_representative() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(issue(WANGS, 6, WANG_2));
		pass(WEEK);
		assert_eq!(apply(claim_call(WANGS, 6, NEW)), Ok(Ok(())));
		assert_eq!(Owners::<Test>::get(WANGS).unwrap().representative, Some(WANG_1));
	});
}

#[test]
fn a_representative_invites() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Registry::invite(signed(WANG_1), ticket(6)));
		assert_eq!(
			last_event(),
			Event::TicketIssued {
				owner: WANGS,
				ticket: ticket(6),
				purpose: Purpose::Invitation,
				valid_from: Now::get(),
			}
		);
		assert_eq!(apply(claim_call(WANGS, 6, NEW)), Ok(Ok(())));
		assert_eq!(Registry::owner_of(&NEW), Some(WANGS));
		assert_eq!(Owners::<Test>::get(WANGS).unwrap().representative, Some(WANG_1));
		assert_ok!(Registry::invite(signed(COMPANY_1), ticket(7)));
	});
}

#[test]
fn invalid_invitations_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let invite = |who, number| Registry::invite(signed(who), ticket(number));
		assert_noop!(invite(STRANGER, 6), Error::<Test>::NotAccountOfOwner);
		assert_noop!(invite(WANG_2, 6), Error::<Test>::NotRepresentative);
		assert_noop!(invite(LI_1, 6), Error::<Test>::TooManyAccountsForKind);
		assert_noop!(invite(DEVELOPER_1, 6), Error::<Test>::TooManyAccountsForKind);
		assert_noop!(invite(WANG_1, ZHAOS), Error::<Test>::TicketAlreadyUsed);
		for number in 10..18 {
			assert_ok!(invite(COMPANY_1, number));
		}
		assert_noop!(invite(COMPANY_1, 18), Error::<Test>::TooManyTickets);
	});
}

#[test]
fn a_revoked_ticket_never_works_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(first_ticket(8)));
		assert_ok!(Registry::confirm_change(auditor(), 0, first_ticket(8), document()));
		assert_ok!(Registry::revoke_ticket(registrar(), ticket(ZHAOS)));
		assert_eq!(last_event(), Event::TicketRevoked { owner: ZHAO, ticket: ticket(ZHAOS) });
		assert!(!OpenTickets::<Test>::contains_key(ZHAO));
		assert_eq!(apply(claim_call(ZHAO, ZHAOS, NEW)), Err(refused(Refusal::TicketNotFound)));
		assert_noop!(propose(first_ticket(ZHAOS)), Error::<Test>::TicketAlreadyUsed);
		assert_noop!(Registry::revoke_ticket(registrar(), ticket(ZHAOS)), Error::<Test>::TicketNotFound);
	});
}

#[test]
fn the_registrar_alone_shuts_out_no_owner_who_has_not_joined() {
	ExtBuilder::default().build_and_execute(|| {
		let revoke = || Registry::revoke_ticket(registrar(), ticket(ZHAOS));
		assert_noop!(revoke(), Error::<Test>::RenewalNotConfirmed);
		let id = propose(first_ticket(8)).unwrap();
		assert_noop!(revoke(), Error::<Test>::RenewalNotConfirmed);
		assert_ok!(Registry::confirm_change(auditor(), id, first_ticket(8), document()));
		assert_ok!(revoke());
		pass(WEEK);
		assert_ok!(Registry::enact_change(signed(STRANGER), id));
		assert_eq!(apply(claim_call(ZHAO, 8, NEW)), Ok(Ok(())));
	});
}

#[test]
fn the_registrar_does_not_withdraw_an_owners_last_ticket() {
	ExtBuilder::default().build_and_execute(|| {
		let id = confirmed(first_ticket(8));
		let withdraw = || Registry::withdraw_change(registrar(), id);
		assert_ok!(Registry::revoke_ticket(registrar(), ticket(ZHAOS)));
		assert_noop!(withdraw(), Error::<Test>::RenewalOutstanding);
		// What has lapsed is removed, and another one can be proposed.
		pass(5 * WEEK);
		assert_ok!(withdraw());
		assert_ok!(made(first_ticket(9)));
		// While the one before is open, the next is withdrawn like every change.
		let id = confirmed(first_ticket(10));
		assert_ok!(Registry::withdraw_change(registrar(), id));
	});
}

#[test]
fn the_registrar_alone_revokes_no_invitation() {
	ExtBuilder::default().build_and_execute(|| {
		let revoke = |number| Registry::revoke_ticket(registrar(), ticket(number));
		assert_ok!(Registry::invite(signed(WANG_1), ticket(6)));
		assert_noop!(revoke(6), Error::<Test>::ReplacementNotConfirmed);
		// Nor because another account of the owner is replaced.
		assert_ok!(issue(WANGS, 7, WANG_2));
		assert_noop!(revoke(6), Error::<Test>::ReplacementNotConfirmed);
		// That of a thief.
		assert_ok!(issue(WANGS, 8, WANG_1));
		assert_ok!(revoke(6));
		assert_eq!(last_event(), Event::TicketRevoked { owner: WANGS, ticket: ticket(6) });
		// A registrar who represents an owner revokes what they invited; not what a co-owner did.
		for account in [WANG_1, WANG_2] {
			Roles::<Test>::insert(linli_primitives::Role::Registrar, account, ());
			Registry::sustain(&account);
		}
		assert_ok!(Registry::invite(signed(WANG_1), ticket(9)));
		assert_noop!(Registry::revoke_ticket(signed(WANG_2), ticket(9)), Error::<Test>::NotRepresentative);
		assert_ok!(Registry::revoke_ticket(signed(WANG_1), ticket(9)));
	});
}

#[test]
fn a_representative_cannot_revoke_a_replacement() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Registry::invite(signed(WANG_1), ticket(6)));
		assert_noop!(Registry::revoke_ticket(signed(WANG_2), ticket(6)), Error::<Test>::NotRepresentative);
		assert_noop!(Registry::revoke_ticket(signed(COMPANY_1), ticket(6)), Error::<Test>::NotAccountOfOwner);
		assert_noop!(Registry::revoke_ticket(signed(STRANGER), ticket(6)), Error::<Test>::NotAccountOfOwner);
		assert_noop!(Registry::revoke_ticket(RuntimeOrigin::none(), ticket(6)), DispatchError::BadOrigin);
		assert_ok!(Registry::revoke_ticket(signed(WANG_1), ticket(6)));

		assert_ok!(issue(WANGS, 7, WANG_2));
		assert_noop!(Registry::revoke_ticket(signed(WANG_1), ticket(7)), Error::<Test>::ObjectionRequired);
		assert_ok!(Registry::revoke_ticket(registrar(), ticket(7)));
	});
}

#[test]
fn a_newly_registered_owner_joins() {
	ExtBuilder::default().build_and_execute(|| {
		let ticket = Some(ticket(6));
		assert_ok!(made(Change::RegisterOwner { kind: OwnerKind::Joint, identity: hash(1), ticket }));
		assert_eq!(apply(claim_call(5, 6, NEW)), Ok(Ok(())));
		assert_eq!(Registry::owner_of(&NEW), Some(5));
	});
}
