"""Contacts, referrals, early help, assessments and enquiries."""
