from django.forms import CharField


def test_an_empty_field_is_told_what_to_do():
    assert CharField().error_messages["required"] == "Заполните это поле."
